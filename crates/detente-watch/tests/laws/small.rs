//! Random small cases: two sides, two lots, a schedule of a few days, a commitment for each part of it, and reports.

use std::fmt::Write as _;

use detente_model::Case;
use proptest::prelude::*;

/// What is said of a commitment.
#[derive(Debug, Clone)]
pub struct Said {
    /// Of which commitment, modulo how many there are.
    pub of: usize,
    /// 0, 1: for the sides; 2: for nobody.
    pub party: usize,
    /// In the order of the documentation.
    pub says: usize,
    /// How many, modulo what makes sense.
    pub count: u32,
    /// The day of which it speaks, from day 0.
    pub by: i8,
    /// How many days later that was told.
    pub later: i8,
}

/// A small case before it is written down.
#[derive(Debug, Clone)]
pub struct Small {
    /// What goes on which day: day, of the first lot, of the second.
    pub steps: Vec<(i8, u32, u32)>,
    /// In quarters: worth to the receiver and to the giver of each lot, gain from fighting, worth of calm, the day after, the guarantee of each side.
    pub quarters: [[i8; 2]; 6],
    /// How many days of calm are pledged.
    pub pledge: i8,
    /// The day of the case, from day 0.
    pub now: i8,
    /// What was said.
    pub said: Vec<Said>,
    /// How it is carried out; plainly, if nothing is said.
    pub manner: Option<Manner>,
}

/// How an exchange is carried out.
#[derive(Debug, Clone)]
pub struct Manner {
    /// Who hands over first, if not both at once.
    pub first: Option<usize>,
    /// Whether sides think again in the moment before a handover too.
    pub throughout: bool,
    /// In quarters: what each side deposits.
    pub escrow: [i8; 2],
    /// Whether the deposits are held to the end of the pledge.
    pub to_the_end: bool,
    /// The rate at which days to come are discounted, in hundredths.
    pub discount: i8,
    /// Of the first side: pairs of days from the one before, and tenths of the guarantee in force from then on.
    pub over_time: Vec<(i8, i8)>,
}

impl Manner {
    fn text(&self) -> String {
        let mut text = String::new();
        if let Some(first) = self.first {
            writeln!(text, "handover = \"{}\"", SIDES[first]).unwrap();
        }
        let watch = if self.throughout { "throughout" } else { "daily" };
        let [one, two] = self.escrow.map(|quarters| f64::from(quarters) / 4.0);
        let until = if self.to_the_end { "end" } else { "completion" };
        writeln!(
            text,
            "watch = \"{watch}\"\nescrow = {{ north = {one}, south = {two} }}\nescrow_until = \"{until}\""
        )
        .unwrap();
        writeln!(text, "discount_per_day = {}", f64::from(self.discount) / 100.0).unwrap();
        let mut day = 0;
        let points = self.over_time.iter().map(|(after, tenths)| {
            day += i32::from(*after);
            format!("[{day}, {}]", f64::from(*tenths) / 10.0)
        });
        let points: Vec<String> = points.collect();
        if !points.is_empty() {
            writeln!(text, "guarantee_over_time = {{ north = [{}] }}", points.join(", ")).unwrap();
        }
        text
    }
}

/// Any manner of carrying out an exchange.
fn manner() -> impl Strategy<Value = Manner> {
    let first = proptest::option::of(0usize..2);
    let over_time = proptest::collection::vec((1i8..4, 0i8..11), 0..4);
    let escrow = proptest::array::uniform2(0i8..5);
    (first, any::<bool>(), escrow, any::<bool>(), 0i8..3, over_time).prop_map(
        |(first, throughout, escrow, to_the_end, discount, over_time)| Manner {
            first,
            throughout,
            escrow,
            to_the_end,
            discount: discount * 7,
            over_time,
        },
    )
}

/// Any small case with so many claims at most, carried out in any manner.
pub fn small_in_any_manner(claims: usize) -> impl Strategy<Value = Small> {
    (small(claims), manner()).prop_map(|(small, manner)| Small { manner: Some(manner), ..small })
}

/// The sides by their ids, and in the other order.
pub const SIDES: [&str; 2] = ["north", "south"];

impl Small {
    /// The commitments: step, lot, how many.
    pub fn commitments(&self) -> Vec<(usize, usize, u32)> {
        let of_step =
            |(step, (_, first, second)): (usize, &(i8, u32, u32))| [(step, 0, *first), (step, 1, *second)];
        self.steps.iter().enumerate().flat_map(of_step).filter(|(.., count)| *count > 0).collect()
    }

    /// The case, with its parties in one order or the other.
    pub fn case(&self, turned: bool) -> Case {
        let text = self.text(turned);
        detente_case::parse("small", &text).unwrap_or_else(|report| panic!("{report:?}\n{text}")).case
    }

    fn text(&self, turned: bool) -> String {
        let [receive, give, war, calm, after, guarantee] =
            self.quarters.map(|pair| pair.map(|x| f64::from(x) / 4.0));
        let parties = if turned { [1, 0] } else { [0, 1] };
        let mut text = format!("case = 1\ntitle = \"Small\"\nas_of = {}\n", date(self.now));
        for side in parties {
            writeln!(text, "[parties.{0}]\nname = \"{0}\"\nrole = \"principal\"", SIDES[side]).unwrap();
        }
        let by_side = |pair: [f64; 2]| format!("{{ north = {}, south = {} }}", pair[0], pair[1]);
        write!(
            text,
            "[exchange]\nbegins = 2025-03-01\npledge_days = {}\nwar_gain_per_day = {}\ncalm_value_per_day = {}\nday_after = {}\nguarantee = {}\n",
            self.pledge,
            by_side(war),
            by_side(calm),
            by_side(after),
            by_side(guarantee)
        )
        .unwrap();
        text.push_str(&self.manner.as_ref().map(Manner::text).unwrap_or_default());
        for lot in [0, 1] {
            let count: u32 = self.steps.iter().map(|step| if lot == 0 { step.1 } else { step.2 }).sum();
            let (from, to) = (SIDES[lot], SIDES[1 - lot]);
            writeln!(
                text,
                "[[exchange.lots]]\nname = \"lot {lot}\"\nfrom = \"{from}\"\ncount = {count}\nworth = {{ {to} = {}, {from} = {} }}",
                receive[lot], give[lot]
            )
            .unwrap();
        }
        text.push_str("[[exchange.schedule]]\nname = \"agreed\"\nsteps = [\n");
        for (day, first, second) in &self.steps {
            let mut give = Vec::new();
            for (lot, count) in [(0, first), (1, second)] {
                if *count > 0 {
                    give.push(format!("\"lot {lot}\" = {count}"));
                }
            }
            writeln!(text, "  {{ day = {day}, give = {{ {} }} }},", give.join(", ")).unwrap();
        }
        text.push_str("]\n");
        let commitments = self.commitments();
        for (id, (step, lot, _)) in commitments.iter().enumerate() {
            writeln!(
                text,
                "[[commitments]]\nid = \"c{id}\"\nagreed = 2025-02-20\nstep = {}\nlot = \"lot {lot}\"",
                step + 1
            )
            .unwrap();
        }
        for (place, said) in self.said.iter().enumerate() {
            let Some((says, count)) = self.words(said) else { continue };
            let of = said.of % commitments.len();
            let told = self.told(said);
            write!(text, "[[claims]]\nid = \"r{place}\"\ncommitment = \"c{of}\"\nsays = \"{says}\"\n")
                .unwrap();
            if let Some(count) = count {
                writeln!(text, "count = {count}").unwrap();
            }
            if said.party < 2 {
                writeln!(text, "party = \"{}\"", SIDES[said.party]).unwrap();
            }
            writeln!(text, "happened = {}\nreported = {}", date(self.by(said)), date(told)).unwrap();
        }
        text
    }

    /// What a claim says, and its count; `None` for one that makes no sense.
    pub fn words(&self, said: &Said) -> Option<(&'static str, Option<u32>)> {
        let commitments = self.commitments();
        let (.., promised) = *commitments.get(said.of % commitments.len().max(1))?;
        let below = (promised > 1).then(|| said.count % promised);
        match said.says {
            0 => Some(("done", None)),
            1 => below.map(|count| ("partly", Some(count))),
            2 => Some(("late", below.filter(|_| said.count.is_multiple_of(2)))),
            3 => Some(("denied", None)),
            _ => Some(("disputed", None)),
        }
    }

    /// The day of which a claim speaks: never after the day of the case.
    pub fn by(&self, said: &Said) -> i8 {
        said.by.min(self.now)
    }

    /// The day on which it was told.
    pub fn told(&self, said: &Said) -> i8 {
        (self.by(said) + said.later).min(self.now)
    }
}

/// So many days after day 0.
pub fn date(day: i8) -> jiff::civil::Date {
    jiff::civil::date(2025, 3, 1).checked_add(jiff::Span::new().days(i64::from(day))).unwrap()
}

/// Any small case with so many claims at most.
pub fn small(claims: usize) -> impl Strategy<Value = Small> {
    let step = (0u32..4, 0u32..6);
    let steps = proptest::collection::vec((1i8..3, step), 1..4);
    let said = (0usize..8, 0usize..3, 0usize..5, 0u32..6, 0i8..6, 0i8..3)
        .prop_map(|(of, party, says, count, by, later)| Said { of, party, says, count, by, later });
    let quarters = proptest::array::uniform6(proptest::array::uniform2(0i8..9));
    (steps, quarters, 0i8..9, 0i8..7, proptest::collection::vec(said, 0..=claims)).prop_filter_map(
        "somebody hands something over",
        |(steps, quarters, pledge, now, said)| {
            let mut day = -1;
            let steps: Vec<(i8, u32, u32)> = steps
                .into_iter()
                .filter(|(_, (first, second))| first + second > 0)
                .map(|(after, (first, second))| {
                    day += after;
                    (day, first, second)
                })
                .collect();
            let both = steps.iter().any(|step| step.1 > 0) && steps.iter().any(|step| step.2 > 0);
            both.then_some(Small { steps, quarters, pledge, now, said, manner: None })
        },
    )
}
