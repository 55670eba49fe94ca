//! Words by what they most often are in reports.
//!
//! Closed classes are there in full; of the open ones only what its ending does not tell, or tells wrongly.

use std::collections::HashMap;
use std::sync::LazyLock;

use super::PartOfSpeech::{
    self, Adjective, Adverb, Auxiliary, Coordinator, Determiner, Noun, Numeral, Particle, Preposition,
    Pronoun, Subordinator, Verb,
};

/// What a list says of a word: the part it most often is, and which others it may be.
#[derive(Debug, Clone, Copy)]
pub(super) struct Listed {
    pub part: PartOfSpeech,
    pub or: &'static [PartOfSpeech],
    /// Whether it is the past of a verb without the ending `-ed`.
    pub past: bool,
    /// Whether it always has a capital: *Egyptian*.
    pub demonym: bool,
}

/// A list: the words, the part that they most often are, and which others they may be.
type List = (&'static str, PartOfSpeech, &'static [PartOfSpeech]);

const LISTS: &[List] = &[
    (DETERMINERS, Determiner, &[]),
    (TO, Preposition, &[Particle]),
    (QUANTIFIERS, Determiner, &[Pronoun, Adverb]),
    (DEMONSTRATIVES, Determiner, &[Pronoun]),
    (THAT, Subordinator, &[Determiner, Pronoun]),
    (PRONOUNS, Pronoun, &[]),
    (RELATIVES, Pronoun, &[Determiner]),
    (AUXILIARIES, Auxiliary, &[Verb]),
    (COORDINATORS, Coordinator, &[]),
    (SUBORDINATORS, Subordinator, &[Preposition, Adverb]),
    (PREPOSITIONS, Preposition, &[Adverb, Subordinator]),
    (PARTICLES, Particle, &[Preposition]),
    (NUMERALS, Numeral, &[]),
    (ADVERBS, Adverb, &[]),
    (ADVERBS_OR_ADJECTIVES, Adverb, &[Adjective, Noun]),
    (PASTS, Verb, &[Adjective, Noun]),
    (ADJECTIVES_OR_VERBS, Adjective, &[Verb]),
    (ADJECTIVES_OR_NOUNS, Adjective, &[Noun]),
    (NOUNS_OR_ADJECTIVES, Noun, &[Adjective]),
    (DEMONYMS, Adjective, &[Noun]),
    (ADJECTIVES, Adjective, &[]),
    (VERBS_OR_NOUNS, Verb, &[Noun]),
    (NOUNS_OR_VERBS, Noun, &[Verb]),
    (NOUNS, Noun, &[]),
    (VERBS, Verb, &[]),
];

static WORDS: LazyLock<HashMap<&'static str, Listed>> = LazyLock::new(|| {
    let mut words = HashMap::new();
    for (list, part, or) in LISTS {
        let (past, demonym) = (*list == PASTS, *list == DEMONYMS);
        for word in list.split_whitespace() {
            words.entry(word).or_insert(Listed { part: *part, or, past, demonym });
        }
    }
    words
});

/// Words that stand in two lists, or twice in one.
#[cfg(test)]
pub(super) fn twice() -> Vec<&'static str> {
    let mut words: Vec<&str> = LISTS.iter().flat_map(|(list, ..)| list.split_whitespace()).collect();
    words.sort_unstable();
    words.windows(2).filter(|pair| pair[0] == pair[1]).map(|pair| pair[0]).collect()
}

/// What the lists say of a word in small letters.
pub(super) fn listed(word: &str) -> Option<Listed> {
    WORDS.get(word).copied()
}

const DETERMINERS: &str = "the a an every each no";

const QUANTIFIERS: &str = "all another any both either enough half much neither some";

const DEMONSTRATIVES: &str = "these this those";

const THAT: &str = "that";

// `his` and `their` are pronouns, as in Universal Dependencies; what reads names takes them for determiners by name.
const PRONOUNS: &str = "i me mine myself we us our ours ourselves you yours yourself yourselves he him \
    his himself she her hers herself it its itself they them their theirs themselves who whom whose \
    someone somebody something anyone anybody anything everyone everybody everything nobody nothing none \
    oneself there whoever whatever i'm i've i'd i'll we're we've we'd we'll you're you've you'd you'll \
    he'd he'll she'd she'll it'd it'll they're they've they'd they'll there'd there'll who'd who'll \
    who've my your";

const RELATIVES: &str = "what which";

const AUXILIARIES: &str = "be am is are was were been being have has had having do does did will would \
    shall should can could may might must ought cannot isn't aren't wasn't weren't haven't hasn't hadn't \
    don't doesn't didn't won't wouldn't shan't shouldn't can't couldn't mightn't mustn't needn't ain't";

const COORDINATORS: &str = "and but nor or plus versus vs";

const SUBORDINATORS: &str = "although because if lest once provided though unless when whenever whereas \
    whether while";

const TO: &str = "to";

const PREPOSITIONS: &str = "of in for on at by with from into onto upon about above across against along \
    alongside amid amidst among amongst around as before after behind below beneath beside besides \
    between beyond concerning despite down during except following inside including like near off \
    opposite out outside over past per pending regarding round since than through throughout till toward \
    towards under underneath unlike until up via within without";

const PARTICLES: &str = "not";

const NUMERALS: &str = "billion eight eighteen eighty eleven fifteen fifty five forty four fourteen \
    hundred million nine nineteen ninety one seven seventeen seventy six sixteen sixty ten thirteen \
    thirty thousand three trillion twelve twenty two";

const ADVERBS: &str = "abroad abruptly afterwards again ago ahead almost alone already also altogether \
    always anew anyway apart aside away back beforehand elsewhere even ever everywhere far forth forward \
    further furthermore hence here how however indeed instead just later likewise maybe meantime \
    meanwhile moreover nearly never nevertheless nonetheless now nowadays nowhere often otherwise \
    overnight overseas perhaps please quite rather seldom so somehow sometimes somewhat somewhere soon \
    sooner still then thereafter thereby therefore thrice thus today together tomorrow tonight too twice \
    very well where wherever why yesterday yet";

const ADVERBS_OR_ADJECTIVES: &str = "best better downstream earlier early fast first hard last late least \
    less long longer more most next only right second straight upstream worse worst";

/// Adjectives that keep their capital.
const DEMONYMS: &str = "afghan african albanian algerian american angolan arab arabic argentine armenian \
    asian australian austrian azerbaijani belgian bolivian bosnian brazilian british bulgarian burmese \
    cambodian canadian catholic chadian chilean chinese christian colombian congolese croatian cuban \
    cypriot czech danish dutch egyptian emirati eritrean ethiopian european finnish french georgian \
    german greek guatemalan haitian hebrew hungarian indian indonesian iranian iraqi irish islamic \
    israeli italian japanese jewish jordanian kenyan korean kosovar kurdish kuwaiti latin lebanese \
    liberian libyan macedonian malaysian malian mexican moroccan muslim nepali nigerian norwegian omani \
    orthodox pakistani palestinian peruvian polish portuguese qatari roman romanian russian rwandan \
    salvadoran saudi scottish serbian shia slovak slovenian somali spanish sudanese sunni swedish swiss \
    syrian tunisian turkish ugandan ukrainian venezuelan vietnamese welsh yemeni";

const ADJECTIVES: &str = "able absent accurate actual adequate afraid aground alike alive angry another's \
    appropriate armed ashamed ashore asleep average awake aware bad big bitter blind bold brave brief \
    bright broad careful central certain cheap civil close cold common complex concrete constant correct \
    corrupt costly current daily dangerous dark dead deadly deaf dear deep deliberate deputy desperate \
    difficult dire direct dirty displaced dual due eager east eastern easy eighth elaborate elderly \
    eldest entire equal evident exact exhausted extra extreme fair false familiar famous fellow fertile \
    few fierce fifth final fine firm fit foreign fortunate fourth fragile fresh friendly frightened full \
    futile glad good grand grave great grim guilty halfway handsome happy hasty healthy heavy high hollow \
    holy honest hostile hot huge humble hungry ill illegitimate immediate important inadequate incoming \
    indoor inner innocent insane intact intense interim intimate joint junior juvenile keen key kind lame \
    large lasting latest lawful lazy legitimate likely literate little lively lone lonely longtime loose \
    loud low loyal lucky mad main major male many mass mere mild minor missing mixed mobile moderate \
    modern modest monthly mutual naked narrow nearby neat necessary new nice ninth noisy nominal northern \
    numb numerous obscure obvious odd ok old ongoing orderly other outer outgoing outright overall \
    painful pale partial passionate peaceful permanent pleased polite poor popular possible precise \
    pregnant pretty previous prime prior private prompt proper proud pure quick quiet random rare raw \
    real recent regular relevant reluctant remote respective rich rigid ripe rough royal rude rural sad \
    safe same scarce secret senior serious seventh several severe shaky shallow sharp sheer short shy \
    sick silent similar simple sincere single sixth sleepy slight slim small smart smooth sober \
    soft sole solemn solid sore sorry sour southern spare steady steep stiff strange strict strong \
    stubborn subtle such sudden sufficient suitable sunny super sure surplus sweet swift tall tame tense \
    tentative tenth terrible thick thin third thirsty thorough tight tiny tired top tough tragic true \
    twin ugly ultimate unable unanimous unarmed unchanged unclear undue unfair unfinished \
    unfortunate unique united unknown unlikely unprecedented unresolved untouched unwilling upper upset \
    urban urgent utter vacant vague vain valid vast vice vital volatile warring wary weak wealthy weary \
    weekly western wet whole wholesale wicked wide wild willing wise worried worth worthy wounded wrong \
    yearly young";

const ADJECTIVES_OR_NOUNS: &str = "alternative black blue brown clandestine classic commercial defensive \
    domestic economic electric ethnic federal formal future general gray green grey historic \
    international legal local maritime medical national normal oral ordinary personal physical plain \
    political potential practical present principal professional prospective red regional social special \
    strategic tribal usual vocal white";

const ADJECTIVES_OR_VERBS: &str = "calm clean clear complete cool dry empty free lower open own ready \
    secure separate slow warm welcome";

const NOUNS_OR_ADJECTIVES: &str = "academic bottom capital captive center centre chief civilian \
    collective conservative contrary criminal critic detective directive elite evil executive expert \
    front fugitive gold human incentive individual initiative liberal magic maximum middle military \
    minimum moral musical narrative native neutral north novel objective offensive official operative \
    original patient perspective plastic public radical rebel relative representative republic rival \
    secretary silver south total veteran west";

const NOUNS: &str = "ability accent accident admiral adversary adviser affair age agenda agent aid air \
    airport airstrike ally ambassador amnesty animal anniversary anomaly apology appetite appraisal \
    approval april archive area arm army arrival art article artillery assembly atrocity attitude august \
    aunt author authority autumn axis baby bag bank banking banner bargain bed beginning behalf belief \
    betrayal bird birth blood bloodshed boat bodies body book border boundary boy bread breakthrough \
    breed bridge briefing brigade brother budget building bullet bureau burial bus business businessman \
    butterfly cabinet camera campaign canal candidate captain car carpet case casualty cathedral \
    ceasefire ceiling century ceremony certificate chairman chance channel chapter checkpoint checkpoints \
    child children choice christmas church citizen city clan class clause clergy client climate clinic \
    coal coalition coast colony column comma commentary committee community company conference congress \
    consensus constitution continent convoy copy corner corporal corps corridor corruption council \
    country county couple courage court cousin creed crew crime crisis crops crossing crowd culture \
    curfew currency custom customs dairy data daughter dawn day deadline deadlock dealings deals death \
    debris debt decade december deed defence defense degree delegate democracy denial desert diary \
    dictionary diplomacy diplomat disaster disease dismissal disposal district doctor dollar donor door \
    dozen dozens drought dusk dust duty earnings earring economy edge edition editor education effort egg \
    election elephant embassy emergency emissary enemy energy engine engineer envoy error estate estuary \
    euro eve evening event evidence example exception expense extent eye fabric facility fact factory \
    failure faith family famine farm farmer farming fate father fault february feeling ferry festival \
    field finance finger fishing flag fleet floor food foot footage forces forest fort founder fraction \
    framework freedom friday friend funding funeral fury garden gas gate gathering gear genocide giant \
    girl goal god goods government governor grain grandfather grandmother grass gravity grief guerrilla \
    guest gulf gun gunman gunmen guy hall handshake harbor harbour hardship headline headquarters health \
    hearing heart height helicopter hell heritage hero hill history holiday home hospital hostage \
    hostages hostility hotel hour house household housing hundreds hunger husband idea identity illness \
    imam impasse importance incident income industry infant infantry inflation injury insight instance \
    institute insurance intelligence interior intermediary invoice iron island italy jail january job \
    journal journalist journey judiciary july junction june junta jury justice kid kilometer kilometre \
    king kingdom knife knowledge lady lake landing lane language law lawmaker lawyer leader leadership \
    league leg lesson letter leverage library licence license lieutenant life lorry loss lot lots luck \
    lull lyric magazine majority maker man manager manner manual margin marriage marshal material mayor \
    meal meat mechanic medal media mediator medicine meeting member memo memory men mercenary merchant \
    mess message metal meter method metre mid midnight midst mile militia millions mineral mining \
    minister ministry minority minute miracle mission missionary mob moment monday money monopoly month \
    monument mood morale morning mosque mother motive motor mountain mouth movement movie mp mps museum \
    music nation navy neck neighbor neighbour neighbourhood network news newspaper ngo ngos nickel night \
    noise noon notion november oath obituary obstacle october offering office officer oil olive opening \
    operation opinion opponent opportunity organ origin others outcome outpost outposts outset owner pact \
    page painting pair pamphlet panel paper paragraph parent parliament partner party patent path \
    patience patron peace peasant pension people percent period permission person photo picnic \
    piece pilot pipe pipeline plane planet platform plaza plea plenty pm poet policy politician politics \
    pool population port portal portion poverty pow power pows precedent premier premises presence \
    president prestige priest principle priority prison prisoner privilege prize problem proceeding \
    proceedings product program programme proof propaganda property proposal prosecutor prospect protocol \
    province provision pudding pulpit purpose quarter queen queue radio radius railway ranking rape \
    rascal ratio ray reality rebellion recipe reed refugee refusal regime region rehearsal religion \
    remnant removal renewal reprisal resident resolve resource restaurant rhetoric rice rifle river road \
    rocket role roof room root route rubble rubric ruler rumor rumour sabotage sailor sake salary \
    sanctuary sand saturday savings scandal scene sceptic scheme school science scope scrutiny sea season \
    secretariat sector security seed self senate senator september sergeant series servant session \
    setting settlement settler shadow shame sheriff shoe shooting shore shortage shoulder silence sister \
    site situation size skeptic skill sky slogan soil soldier solution son song sort soul source space \
    species speech sphere spirit spokesman spokesperson spokeswoman sport spouse spring squad square \
    stability staff stance standard standing standoff standstill star statement station statue status \
    stone story strait strategy stream street strength strife string stronghold structure student stuff \
    subsidy success suffering sugar suicide sum summary summer summit sun sunday sunset surface surname \
    surroundings survival suspicion sword symbol sympathy system table tactic tactics talent talks tank \
    tea teacher team technology teenager telephone television temple tenant tension tent terminal \
    territory terror text theatre theme theory thing thousands throne thursday ticket tide timber \
    timetable tip tissue title tone tool topic tower town tradition traffic tragedy training transit \
    trauma treasury treaty tree trend trial tribe tribunal troops truce truck truth tuesday tunnel \
    turmoil type uncle understanding union unit universe uprising vacuum valley van variety vehicle venue \
    verdict version vessel victim victory video village villager violence virtue virus visionary visitor \
    vocabulary volume wall war warehouse warning warrant warrior water way weakness wealth weapon weather \
    wedding wednesday weed week weekend weight wheat wheel widow wife wind window wine wing winnings \
    winter withdrawal woman women wood world year youth zone";

/// Nouns in the first place, verbs by their company. Their plurals are the third person of the verbs.
const NOUNS_OR_VERBS: &str = "access account act address advance aim alarm alert amount answer appeal \
    approach arrest assault attack attempt award balance ban bar base battle bear bend benefit bid bill \
    blame blast block blow board bomb boost bow boycott brand breach break broadcast bunch burden cables \
    call camp cancel capture care cast cause caution censure challenge change charge chase check cheer \
    circle claim clash climb coach code collapse combat command comment commission compromise concern \
    condition conduct conflict contact contest contract contrast control cost count counter cover crack \
    crash credit criticise cross crush cry curb curse damage dance date deal debate decay decline \
    decrease defeat delay delight demand deposit design desire detail dialogue discharge display dispute \
    distance divide document doubt draft drain draw dream drift drill drink drive drone drop echo effect \
    embargo encounter end escape escort estimate exchange excuse exercise exile exit experience export \
    face fall fan favor favour feature feed fight figure file fill film fire fish fix flame flash flight \
    float flood flow focus force forecast form frame fuel function fund gain gamble gather gauge gaze \
    gesture gift glance grant grasp greet grip ground group guarantee guard guards guess guide halt hand \
    harm harvest haul head heat hint hold honor honour host hunt impact import increase influence inquiry \
    insult interest interview invite issue joke judge jump kick kiss knock label lack land lapse laugh \
    launch lead leak lease level lift light limit line link list load loan lobby lock look loot \
    love lure machine mail mandate maneuver manoeuvre map march mark market mask match matter mean \
    measure merit mind mistake mix model monitor move murder name nod note notice number object offer \
    order outline outrage overhaul pace pack panic pardon park part pass patrol pause pay permit phone \
    picture place plan plant plead pledge plot plunge point poison police poll position post pound \
    practice praise press pressure prevail price probe proceeds process produce profile profit progress \
    project promise protest purchase pursuit push quarrel question quote race raid rain raise rally range \
    rank rate reason rebuff rebuke recall record recruit reform refuge refuse regard regret reject \
    relapse relay release relief remains remark remedy rent repair repeat reply report request rescue \
    research reserve resort respect rest result retreat return review revolt reward ride ring riot rise \
    risk roll rout row ruin rule rush sail sanction scale scare schedule score scramble screen seal \
    search seat sentence serve shake shape share shell shelling shells shelter shift ship shock shoot \
    shop shout show side siege sigh sign signal slam slaughter slide slip slump smell smile smoke sound \
    spark speed spell spot stage stake stall stamp stand stare state stem step stir stock store storm \
    strain stress stretch strike strip struggle study subject suit supply support surge surprise \
    surrender survey suspect swap swing switch talk tally target task taste tax tear term test thank \
    threat tie time toll torture touch tour trace track trade trail train transfer transport trap travel \
    treat trick trigger trouble trust turn twist underestimate uproot urge use value venture veto view \
    visit voice vote vow wage walk want warn wash waste watch wave weigh whisper wish witness wonder word \
    work worry wound wrap wreck yield";

/// Verbs in the first place, nouns by their company.
const VERBS_OR_NOUNS: &str = "fear help hope kill leave live need run start stay stop try";

const VERBS: &str = "abandon abduct abide abolish absorb accelerate accept accompany accomplish accuse \
    achieve acknowledge acquire activate adapt add adhere adjourn adjust administer admire admit adopt \
    advise advocate affect affirm afford aggravate agree alienate allege alleviate allocate allow alter \
    amass amend analyse announce annoy anticipate apologise apologize appear appease apply appoint \
    appreciate apprehend argue arise arrange arrive ask assassinate assemble assert assess assign assist \
    assume assure attach attain attend attract attribute avert avoid await awaken backtrack banish beg \
    begin behave believe belong besiege betray boast bolster borrow bother bring broaden broker browse \
    build bully burn bury buy calculate carry cease celebrate choose circulate cite clarify coerce \
    coincide collect collide come commemorate commence commend commit communicate compare compel \
    compensate compete compile complain comply compose compress comprise conceal concede conceive \
    concentrate conclude condemn condone confer confess confine confirm confiscate confront confuse \
    congratulate connect conquer consent conserve consider consist consolidate conspire constitute \
    construct consult consume contain contemplate contend continue contribute convene converge convert \
    convey convict convince cooperate coordinate cope correspond create criticize crumble cultivate dare \
    deceive decide declare dedicate deem deepen defect defend defer define deflect defuse deliver \
    demobilise demobilize demolish demonstrate denounce deny depart depend depict deplore deploy deprive \
    derail derive descend describe deserve destroy detain detect deteriorate determine detonate devastate \
    develop devote diagnose dictate die differ dig diminish disagree disappear disappoint disapprove \
    disarm discard disclose discourage discover discuss dismantle dismiss dispatch displace disregard \
    dissolve distinguish distort distribute disturb diverge divert dominate donate doom double dwell earn \
    ease eat educate elect elevate eliminate embark embrace emerge emphasise emphasize employ empower \
    enable enact enclose encompass encourage endanger endorse endure enforce engage enhance enjoy enrich \
    ensure entail enter entitle entrench equip erase erect escalate establish evacuate evade evaluate \
    evoke evolve exaggerate exceed exclude execute exemplify exert exhaust exist exonerate expand expect \
    expel explain explode exploit explore expose express extend exterminate extract extradite facilitate \
    fail falter feel fend fetch finalise finalize find flee flourish fly follow forbid foresee forge \
    forget forgive forgo formulate fortify foster freeze frighten fulfil fulfill furnish generate get \
    give go govern grind grow hail hamper handle happen harden hasten hate heal hear heed hesitate hide \
    hinder hire humiliate hurl hurry identify ignore illuminate illustrate imagine impair impeach impede \
    implement implicate implore imply impose impress imprison improve incite include incorporate indicate \
    indict infect infer inflict inform inhabit inherit inhibit initiate injure innovate inquire insert \
    insist inspect install instruct insulate integrate intend intensify interact intercept interfere \
    interpret interrogate interrupt intervene intimidate introduce invade invest investigate involve \
    irritate isolate jeopardise jeopardize join justify keep kidnap kneel know lament lean learn \
    legitimise lend lessen let's liberate linger listen loathe loom lose magnify maintain make manage \
    manipulate marginalise materialise materialize mediate meet melt mention mislead mobilise mobilize \
    mock modernise modernize modify motivate mourn mull multiply neglect negotiate nominate normalise \
    normalize nourish nurture obey oblige observe obstruct obtain occupy occur offend offset omit operate \
    oppose oppress orchestrate organise organize originate oust outlaw outnumber overcome overlook \
    oversee overthrow overturn overwhelm owe pacify participate pave penetrate perceive perform perish \
    persecute persist persuade pertain pinpoint plunder portray pose possess postpone pray preach precede \
    precipitate preclude predict prefer prepare prescribe preserve presume pretend prevent proceed \
    proclaim procure prohibit proliferate prolong promote pronounce propel propose prosecute protect \
    prove provide provoke publish punish pursue quantify quell ransack ratify reach react reaffirm \
    realise realize rearm reassure rebuild rebut recede receive reckon recognise recognize recommend \
    reconcile reconsider reconstruct reconvene recover rectify redeploy reduce refer reflect refrain \
    refute regain register rehabilitate reinforce reiterate rejoin relate relax relieve relinquish \
    relocate rely remain remember remind remove render renege renew renounce reopen repatriate repay \
    repel replace represent repress require resemble reside resign resist resonate respond restart \
    restore restrain restrict resume retain retake retaliate retire retrieve reunite reveal reverse \
    revert revise revive revoke rid rob rot rotate sack satisfy save say scatter scrutinise see seek seem \
    seize sell send settle sever shatter shepherd shield shrink signify simmer sing sink sit skip smuggle \
    solidify solve speak specify speculate spend spoil spur squander stabilise stabilize stagnate starve \
    steal steer stick stifle stimulate stipulate strengthen strive subdue submit subside substitute \
    subvert succeed succumb suffer suffice suggest summon suppose suppress surpass surround survive \
    suspend sustain swallow swear sweep swell swim symbolise tackle take teach tell tempt tend terminate \
    terrorise testify think thrive throw tighten tolerate torpedo trample transform translate transmit \
    transpire traverse undercut undergo undermine understand undertake unfold unify unite unleash unravel \
    unveil uphold usher vacate validate vanish vary verify vindicate violate wait wake wander weaken wear \
    weep widen wield win wipe withdraw withhold withstand worsen write";

/// The past and the participle of verbs that do not take `-ed`.
const PASTS: &str = "arisen arose ate awoke beaten became become began begun bent bet bitten bled blew \
    blown bore born borne bought bound bred broke broken brought built burnt burst came caught chose \
    chosen clung crept cut dealt done drank drawn dreamt drew driven drove drunk dug eaten fallen fed \
    fell felt fled flew flown forbade forbidden foresaw foreseen forgave forgiven forgot forgotten fought \
    found froze frozen gave given gone got gotten grew grown heard held hid hidden hit hung hurt kept \
    knelt knew known laid lain lay learnt led left lent let lied lit lost made meant met mistaken \
    overcame oversaw overseen overthrew overthrown paid proven put quit ran rang read ridden risen rode \
    rose said sang sank sat saw seen sent set shaken shed shone shook shot shown shrank shrunk shut slain \
    slept slid sold sought spent split spoilt spoke spoken sprang spread sprung spun stole stolen stood \
    stricken strode strove struck stuck stung sung sunk swept swollen swore sworn swum swung taken taught \
    thought threatened threw thrown thrust told took tore torn undergone understood undertaken undertook \
    underwent upheld went wept withdrawn withdrew withheld withstood woke woken won wore worn woven \
    written wrote";
