"""The answers, typed: the same keys and the same figures as the JSON that the command `detente` prints.

Made by `python/generate_answers.py` from `schema/answers.schema.json`; `docs/json.md` describes the same in one page. Every class is a
view of the JSON, `answer.to_dict()` gives it whole. Values and shares lie between 0 and 1 unless a key says otherwise; a list of values
over parties follows the `parties` of its answer; counts that may be beyond 2**53 are strings of digits.
"""

from __future__ import annotations

from typing import Literal, Mapping, Tuple, Union

from ._figures import Share, Spread, SpreadKnown, _share, _spread, _spread_known
from ._view import View, _by_name, _each, _list, _maybe, _pair, _pairs

__all__ = [
    "AccountTold",
    "ActorJudges",
    "ActorStands",
    "AlphaRankAt",
    "AlphaRankOfWays",
    "AlternativeRead",
    "ArticleTold",
    "AudienceJudges",
    "BaselineRests",
    "BinScored",
    "BlockerFound",
    "BlockersDrawn",
    "BlockersFound",
    "BodyActor",
    "BodyBallot",
    "BodyBeside",
    "BodyCarries",
    "BodyCoalitions",
    "BodyCore",
    "BodyFound",
    "BodyIssue",
    "BodyModel",
    "BodyOption",
    "BodyShift",
    "BodyShiftOf",
    "BodyUncovered",
    "BodyVoteFound",
    "BodyWanted",
    "BracketTold",
    "BriefAnswer",
    "CalibrationFound",
    "CarriedByVote",
    "CaseContents",
    "CaseDifference",
    "CaseFault",
    "CaseNamed",
    "CaseStretch",
    "CatalogueFinding",
    "CentralFound",
    "ChainsWalked",
    "ChangeTested",
    "CheckAnswer",
    "CheckedCase",
    "CheckedText",
    "ClaimKind",
    "ClaimStanding",
    "ClaimWeighed",
    "ClauseChanged",
    "ClauseTold",
    "CoefficientFound",
    "CollectiveAnswer",
    "CommentLost",
    "CommitmentStatus",
    "CommitmentWatched",
    "CompareAnswer",
    "ConcessionFound",
    "ConcessionOf",
    "ConditionDrawn",
    "ConditionFound",
    "ConditionOf",
    "ContradictionFound",
    "ConventionFound",
    "CountEstimate",
    "DealSpaceFound",
    "DealsAnswer",
    "DelayBorne",
    "DeliveryWatched",
    "DespiteUnknownFound",
    "DeviationsEnd",
    "DeviationsOfWays",
    "DifferenceBears",
    "DistanceToFrontier",
    "DossierFound",
    "DriverShare",
    "DurabilityAnswer",
    "DurabilityFound",
    "EarlierAgreement",
    "EffectFound",
    "EngineRefusal",
    "EnvelopeOn",
    "EnvelopeVaried",
    "EquilibriumOfWays",
    "EvidenceColumnFound",
    "ExchangeAnswer",
    "ExchangeFound",
    "ExchangeOverDraws",
    "ExchangeWatched",
    "ExtensionEnds",
    "ExtensionFound",
    "ExtractAnswer",
    "FailsAt",
    "FastestProof",
    "FaultSeverity",
    "FigureCompared",
    "FigureGivenAway",
    "FigureNarrowed",
    "FiguresByGround",
    "FilesAbsent",
    "FindingKind",
    "FindingLater",
    "FindingsAnswer",
    "FitFound",
    "FittedAnew",
    "ForecastKind",
    "ForecastScored",
    "ForecastScores",
    "ForecastsFound",
    "FrontierLine",
    "FrontierLineEnd",
    "FrontierPointFound",
    "GainByRounds",
    "GainFound",
    "GameOfWays",
    "GivenAwayHow",
    "GivenAwayThrough",
    "GuaranteeRates",
    "HandedOverOn",
    "HandoverOf",
    "HazardLater",
    "HeldOn",
    "HoldsUnder",
    "HypothesesFound",
    "HypothesisFound",
    "InformationFound",
    "InputIndices",
    "LastHandoverFound",
    "LastingWatched",
    "LastsOn",
    "LearnedFromSteps",
    "LikelihoodFound",
    "LikelyChance",
    "LongestPledgeFound",
    "LotteriesFound",
    "LotteryPackage",
    "MannerGuarantee",
    "MannerTested",
    "MarginLotteryFound",
    "MarkKind",
    "MarkTold",
    "MarksAnswer",
    "MeanOverRoles",
    "MeasureFound",
    "MergeAnswer",
    "MergeChange",
    "MergeConflict",
    "MergeSide",
    "ModelSays",
    "MomentFound",
    "MomentPhase",
    "MovedByClaims",
    "MovedBySource",
    "NashAverageOfWays",
    "NashLotteryFound",
    "ObjectionTold",
    "ObservationOf",
    "ObservationWeighed",
    "ObstacleFound",
    "ObstacleOf",
    "OptionBeyond",
    "OptionLikely",
    "OptionValue",
    "OutlookAnswer",
    "OutlookFound",
    "OutlookOn",
    "OutlookWatched",
    "OverlayAnswer",
    "PackageAcceptance",
    "PackageJudged",
    "PackageLikely",
    "PackageOptions",
    "PackageSurvives",
    "PackageTested",
    "PackagesByVote",
    "PackagesJudged",
    "PartyWatched",
    "PerceivedFound",
    "PieceTold",
    "PlaceChance",
    "PlaceRead",
    "PledgeLengthIs",
    "PointSwept",
    "PooledCase",
    "PredictionFound",
    "PreferencesChanged",
    "PrincipalJudges",
    "ProposedFound",
    "PropositionFound",
    "PropositionOn",
    "ProspectFound",
    "PublishedFinding",
    "ReadingCompared",
    "RecordBeside",
    "RecordElsewhere",
    "RedLineCrossed",
    "RelatedPlace",
    "RemedyFound",
    "RemedyOf",
    "ReplicatorOfWays",
    "ReplicatorPath",
    "RoundFound",
    "ScheduleOverDraws",
    "ScheduleShape",
    "SectionNotGiven",
    "SectionWhyNot",
    "SetOfConcessions",
    "SettleAnswer",
    "SettlementFound",
    "ShapeFound",
    "ShapeLotOrder",
    "ShareLotteryFound",
    "SideSays",
    "SingleChangeFound",
    "SobolFound",
    "SolutionFound",
    "SolutionsFound",
    "SolutionsTolerance",
    "StabilityAnswer",
    "StabilityFound",
    "StateDescribed",
    "StateLifted",
    "StateLikelihood",
    "StatePath",
    "StateStep",
    "StateVerdict",
    "SteadiestFound",
    "StickingPointFound",
    "StillToCome",
    "StopsAt",
    "SurvivalFactor",
    "SurvivalGain",
    "SurvivesBeyond",
    "SweepAnswer",
    "TableScored",
    "TalksAgreedBy",
    "TalksAssumed",
    "TalksDifference",
    "TalksDistance",
    "TalksEnded",
    "TalksFound",
    "TalksLeading",
    "TalksLever",
    "TalksPackage",
    "TestName",
    "TextAllows",
    "TextAnswer",
    "TextDiffAnswer",
    "TextSettled",
    "TextVersionNamed",
    "ThreeTestsFound",
    "TournamentAnswer",
    "TournamentHeld",
    "TournamentScenario",
    "TrackRecord",
    "TrancheFound",
    "TwoWaysCompared",
    "ValueKept",
    "ValuePooled",
    "ValueSet",
    "ViewFound",
    "VoteFound",
    "VotesFound",
    "WantedFound",
    "WatchAnswer",
    "WatchFound",
    "WayInRole",
    "WayScored",
    "WayStanding",
    "WaysCompared",
    "WinnableFound",
    "WordingJudged",
    "WordingTold",
    "WordsBorrowed",
    "WordsCompared",
    "WordsKept",
    "WorkedOut",
    "ZoneFound",
    "ZoneNotKnown",
    "ZoneShift",
]

ClaimKind = Literal["event"]
"""Of which kind a claim is. `event`: An event of a data set."""

ClaimStanding = Literal["in", "out", "undecided"]
"""Where a claim stands among those that contradict each other (grounded semantics, Dung 1995). `in`: Nothing that stands
itself attacks it. `out`: Something that stands attacks it. `undecided`: It depends on what is undecided itself.
"""

CommitmentStatus = Literal["not_due", "not_reported", "done", "partly", "late", "denied", "disputed"]
"""How a commitment stands. `not_due`: Its day is still to come, and nothing is told of it. `not_reported`: Its day has
come, and nobody has told of it. That is not a breach. `done`: All of it was handed over or done, in time or late.
`partly`: A part of it was, as far as anybody has told. `late`: It is held back, and still to come. `denied`: It was
not done, and is not coming. `disputed`: Accounts contradict each other.
"""

ConcessionOf = Literal["red_line", "move"]
"""What is conceded. `red_line`: Red lines on the issue are taken back. `move`: The position on the issue is moved to
what the others want.
"""

ConditionOf = Literal["surplus", "red_line", "veto", "quota"]
"""The kinds of conditions. `surplus`: A principal gets no less than no deal is worth to it. `red_line`: No red line of a
principal on an issue is crossed. `veto`: An audience with a veto accepts. `quota`: Enough of the audiences behind a
principal accept.
"""

DifferenceBears = Literal["changes", "untold", "nothing", "unjudged"]
"""Whether a difference changes an answer. `changes`: It does: a figure by more than the draws could by themselves, or
something that is said in words. `untold`: Figures move, but by no more than as many draws could by themselves.
`nothing`: Nothing moves. `unjudged`: It was not judged, or makes no sound case alone.
"""

FaultSeverity = Literal["error", "warning"]
"""How bad a fault is. `error`: The case cannot be used before it is mended. `warning`: The case can be used; something
in it is probably not what was meant.
"""

FindingKind = Literal["hazard_ratio", "lowers", "raises", "share"]
"""What is published of a finding. `hazard_ratio`: By what it multiplies the danger of breaking down. `lowers`: Only that
it lowers the danger. `raises`: Only that it raises the danger. `share`: A base rate: how often something happened. It
changes no danger, so that no factor can rest on it.
"""

ForecastKind = Literal["deal", "package", "in_the_way", "settlement", "hold", "truce", "peace", "own_life", "talks", "stuck", "outlook", "body"]
"""A kind of figure that can be read as a forecast. `deal`: That a deal exists. `package`: Which package is acceptable to
all, and how often. `in_the_way`: What stands in the way. `settlement`: On what they would settle, if they sign.
`hold`: Whether the exchange would hold. `truce`: How long a truce lasts, by a class of the record. `peace`: How long
a peace lasts, by a class of the record. `own_life`: How long an agreement lasts, by the case's own median. `talks`:
How the bargaining would go. `stuck`: Why they are stuck, and what would keep what is better. `outlook`: What claims
make of an open question. `body`: What a body would decide.
"""

GivenAwayHow = Literal["stands", "worked_out", "hinted"]
"""How an extract gives a figure away. `stands`: It stands there all the same: a shown number, a range or words are it,
or a number is it beside what does not change with it. `worked_out`: It can be worked out to within a tenth of its
range. `hinted`: A shown number, or the words, depend on it.
"""

MarkKind = Literal["words", "comment", "elsewhere"]
"""Kinds of marks. `words`: Other words. `comment`: A comment. `elsewhere`: What no clause could take."""

MergeSide = Literal["mine", "theirs"]
"""One of the two sides. `mine`: The second file that was named. `theirs`: The third."""

MomentPhase = Literal["start", "before", "between_hands", "after", "complete"]
"""Where in a round a side decides. `start`: Before anything is handed over. `before`: Immediately before a round.
`between_hands`: Inside a round: one side has handed over, the other has not. `after`: After a round. `complete`: When
everything is handed over and only the pledge is left.
"""

ObservationOf = Literal["due_next", "still_missing", "not_reported", "disputed"]
"""What would be seen. `due_next`: Whether what is due next will be done. `still_missing`: Whether what is late will
still come. `not_reported`: Whether what nobody has told of was done. `disputed`: Which account of what is contested
is right.
"""

ObstacleOf = Literal["would_not_begin", "nothing_at_the_end", "deadlock", "too_slow", "batches"]
"""The condition that no schedule meets. `would_not_begin`: The party would not begin: all that it has to give and forgo
is worth more to it than all that it would receive. `nothing_at_the_end`: With everything handed over, nothing would
hold the party. `deadlock`: On a day the party would stop even with everything of the other's still to come: each
waits for the other. `too_slow`: Both could be kept going, but the party cannot hand over fast enough for the pledge.
`batches`: No batches of the sizes allowed lead to the end.
"""

OptionValue = Union[str, int, float]
"""An option of an issue: its text, or a number, in the issue's own unit."""

PackagesJudged = Literal["all packages", "candidates"]
"""Which packages were judged over the draws. `all packages`: Every one. `candidates`: Those that a search found, under
the bound.
"""

PledgeLengthIs = Literal["exact", "at_least", "not_above", "none"]
"""What kind of figure the length of a longest pledge is. `exact`: So many days. `at_least`: At least so many, which is
as far as is planned. `not_above`: Nothing longer works; how far below the longest lies was not found within the
search that is allowed. `none`: Not even a pledge of no days.
"""

RemedyOf = Literal["penalty", "escrow", "relation", "capacity", "shorter_pledge", "simultaneous", "more_rounds", "small_batches"]
"""What is done to mend an exchange. `penalty`: A guarantor makes a breach cost the side so much. `escrow`: The side
deposits so much, given back when everything is handed over. `relation`: A continuing relation is worth so much to the
side. `capacity`: The side hands over so many people a day. `shorter_pledge`: The pledge is shorter, in days.
`simultaneous`: Both hand over at once. `more_rounds`: Handovers on every day, several rounds a day. `small_batches`:
Batches of any size, so that the last can be small.
"""

ScheduleShape = Literal["shrinking", "equal", "growing", "along_the_envelope"]
"""How the batches of a schedule go. `shrinking`: Each smaller than the one before. `equal`: All alike. `growing`: Each
larger than the one before. `along_the_envelope`: As the planner finds it.
"""

SectionWhyNot = Literal["nothing", "parties", "left_out"]
"""Why a section cannot be given. `nothing`: The case has nothing to say there. `parties`: All that it says tells of
parties that are left out. `left_out`: All that it says is among the sources or remarks that are left out.
"""

ShapeLotOrder = Literal["costliest_first", "cheapest_first", "as_planned"]
"""Which lots of a schedule go first. `costliest_first`: Those that it costs the giver most to give. `cheapest_first`:
Those that it costs the giver least to give. `as_planned`: As the planner finds it.
"""

TestName = Literal["acceptable", "enforceable", "durable"]
"""One of the three tests. `acceptable`: All would sign. `enforceable`: Nobody gains by stopping half-way. `durable`: It
outlives `lasting_days`.
"""

PackageOptions = Mapping[str, OptionValue]
"""A package: for each issue, by its id and in the order of the case, the option chosen. Empty where nothing is on the
table.
"""


class AccountTold(View):
    """What one account says of a commitment: the latest report for a party, or for none."""

    __slots__ = ()

    @property
    def party(self) -> Union[str, None]:
        """For which party it is said; `None` for none."""
        return self._data["party"]  # type: ignore[no-any-return]

    @property
    def claim(self) -> str:
        """The id of the claim."""
        return self._data["claim"]  # type: ignore[no-any-return]

    @property
    def says(self) -> str:
        """What it says: `done`, `partly`, `late`, `denied` or `disputed`."""
        return self._data["says"]  # type: ignore[no-any-return]

    @property
    def count(self) -> int:
        """How many had been handed over by `by`; 1 or 0 for one thing."""
        return self._data["count"]  # type: ignore[no-any-return]

    @property
    def by(self) -> str:
        """The day of which it speaks."""
        return self._data["by"]  # type: ignore[no-any-return]

    @property
    def told(self) -> str:
        """The day on which that was told."""
        return self._data["told"]  # type: ignore[no-any-return]

    @property
    def reports(self) -> int:
        """How many reports it rests on; those of one origin count once."""
        return self._data["reports"]  # type: ignore[no-any-return]

    @property
    def is_contradicted(self) -> bool:
        """Whether another account contradicts it."""
        return self._data["is_contradicted"]  # type: ignore[no-any-return]


class ActorJudges(View):
    """What somebody makes of the package by their own measure."""

    __slots__ = ()

    @property
    def asked(self) -> bool:
        """Whether they are asked about it. About a package that they are not asked about they are not in the way, and
        count as accepting.
        """
        return self._data["asked"]  # type: ignore[no-any-return]

    @property
    def accepts(self) -> bool:
        """Whether they accept it in the central world."""
        return self._data["accepts"]  # type: ignore[no-any-return]

    @property
    def surplus(self) -> float:
        """What it is worth to them above no deal in the central world; below 0 that much is missing."""
        return self._data["surplus"]  # type: ignore[no-any-return]

    @property
    def crosses(self) -> Tuple[str, ...]:
        """The ids of the issues on which it crosses a red line of theirs in the central world."""
        return _list(self._data["crosses"])

    @property
    def share(self) -> Share:
        """In which share of the worlds drawn they accept it."""
        return _share(self._data["share"])


class ActorStands(View):
    """An actor, and where it stands."""

    __slots__ = ()

    @property
    def actor(self) -> str:
        """What it is called."""
        return self._data["actor"]  # type: ignore[no-any-return]

    @property
    def capability(self) -> float:
        """What it can bring to bear, in the unit of the table."""
        return self._data["capability"]  # type: ignore[no-any-return]

    @property
    def position(self) -> Tuple[float, ...]:
        """Its place on each issue."""
        return _list(self._data["position"])

    @property
    def salience(self) -> Tuple[float, ...]:
        """How much each issue matters to it, 0 to 100."""
        return _list(self._data["salience"])


class AlphaRankAt(View):
    """The masses at one intensity."""

    __slots__ = ()

    @property
    def alpha(self) -> float:
        """α, in units of one over the range of the payoffs."""
        return self._data["alpha"]  # type: ignore[no-any-return]

    @property
    def mass(self) -> Tuple[float, ...]:
        """The mass of each way."""
        return _list(self._data["mass"])


class AlphaRankOfWays(View):
    """The α-rank."""

    __slots__ = ()

    @property
    def crowd(self) -> int:
        """How large the crowd is."""
        return self._data["crowd"]  # type: ignore[no-any-return]

    @property
    def mass(self) -> Mapping[str, float]:
        """The mass of each way in the end."""
        return self._data["mass"]  # type: ignore[no-any-return]

    @property
    def places(self) -> Tuple[Tuple[str, ...], ...]:
        """The ways by mass, the largest first; those of one mass together."""
        return _each(_list, self._data["places"])

    @property
    def rests(self) -> bool:
        """Whether the masses no longer change as α rises."""
        return self._data["rests"]  # type: ignore[no-any-return]

    @property
    def sweep(self) -> Tuple[AlphaRankAt, ...]:
        """The masses at each α."""
        return _each(AlphaRankAt, self._data["sweep"])


class AlternativeRead(View):
    """What some say at a place and the first does not."""

    __slots__ = ()

    @property
    def value(self) -> Union[str, None]:
        """As TOML on one line; `None` where they say nothing."""
        return self._data["value"]  # type: ignore[no-any-return]

    @property
    def readers(self) -> Tuple[str, ...]:
        """Who says it."""
        return _list(self._data["readers"])

    @property
    def alone(self) -> Union[EffectFound, None]:
        """What it does alone: the first reading with it (after) against the first (before). `None` where it was not
        judged, because there are too many.
        """
        return _maybe(EffectFound, self._data["alone"])

    @property
    def bearing(self) -> DifferenceBears:
        """Whether that changes an answer."""
        return self._data["bearing"]  # type: ignore[no-any-return]


class ArticleTold(View):
    """An article."""

    __slots__ = ()

    @property
    def number(self) -> str:
        """What stands before its title; empty for nothing."""
        return self._data["number"]  # type: ignore[no-any-return]

    @property
    def title(self) -> str:
        """Its title; empty for none."""
        return self._data["title"]  # type: ignore[no-any-return]

    @property
    def clauses(self) -> Tuple[ClauseTold, ...]:
        """Its clauses, in reading order."""
        return _each(ClauseTold, self._data["clauses"])


class AudienceJudges(View):
    """What an audience makes of the package."""

    __slots__ = ()

    @property
    def veto(self) -> bool:
        """Whether there is no deal without it; otherwise it votes at home."""
        return self._data["veto"]  # type: ignore[no-any-return]

    @property
    def asked(self) -> bool:
        """Whether they are asked about it. About a package that they are not asked about they are not in the way, and
        count as accepting.
        """
        return self._data["asked"]  # type: ignore[no-any-return]

    @property
    def accepts(self) -> bool:
        """Whether they accept it in the central world."""
        return self._data["accepts"]  # type: ignore[no-any-return]

    @property
    def surplus(self) -> float:
        """What it is worth to them above no deal in the central world; below 0 that much is missing."""
        return self._data["surplus"]  # type: ignore[no-any-return]

    @property
    def crosses(self) -> Tuple[str, ...]:
        """The ids of the issues on which it crosses a red line of theirs in the central world."""
        return _list(self._data["crosses"])

    @property
    def share(self) -> Share:
        """In which share of the worlds drawn they accept it."""
        return _share(self._data["share"])


class BaselineRests(View):
    """What the baseline rests on."""

    __slots__ = ()

    @property
    def life(self) -> str:
        """How the risk of breaking runs: `lognormal`, `weibull` or `constant`."""
        return self._data["life"]  # type: ignore[no-any-return]

    @property
    def elsewhere(self) -> Union[RecordElsewhere, None]:
        """The record of agreements elsewhere that is used; `None` if there is none."""
        return _maybe(RecordElsewhere, self._data["elsewhere"])

    @property
    def whole_life(self) -> bool:
        """Whether the whole life is taken from there; if not, the case judges the median, and at most the spread of
        lives is taken from there.
        """
        return self._data["whole_life"]  # type: ignore[no-any-return]

    @property
    def not_yet_known(self) -> Union[RecordElsewhere, None]:
        """A record that would have been used, and was published after the day of the case; `None` if there is none.
        """
        return _maybe(RecordElsewhere, self._data["not_yet_known"])

    @property
    def in_hindsight(self) -> bool:
        """Whether the record used was published after the day of the case, which asks for it all the same."""
        return self._data["in_hindsight"]  # type: ignore[no-any-return]

    @property
    def record(self) -> Tuple[EarlierAgreement, ...]:
        """How earlier agreements of this conflict went, as far as that was known on the day of the case."""
        return _each(EarlierAgreement, self._data["record"])

    @property
    def record_weight(self) -> Union[float, None]:
        """The weight of that record, 0 to 1, beside the one from elsewhere (partial pooling: its information over that
        of both); `None` where they are not put together.
        """
        return self._data["record_weight"]  # type: ignore[no-any-return]

    @property
    def beside(self) -> Tuple[RecordBeside, ...]:
        """What that record says by itself beside the baseline that is reckoned with, on each horizon; empty where there
        is none.
        """
        return _each(RecordBeside, self._data["beside"])

    @property
    def held_days(self) -> Union[float, None]:
        """For how many days the agreement in question has been in force; `None` if it is not."""
        return self._data["held_days"]  # type: ignore[no-any-return]

    @property
    def sentences(self) -> Tuple[str, ...]:
        """All of it in sentences."""
        return _list(self._data["sentences"])


class BinScored(View):
    """Packages with chances of about one size."""

    __slots__ = ()

    @property
    def at_most(self) -> float:
        """Chances are above the end of the bin before and at most this."""
        return self._data["at_most"]  # type: ignore[no-any-return]

    @property
    def packages(self) -> int:
        """How many packages, over all settlements."""
        return self._data["packages"]  # type: ignore[no-any-return]

    @property
    def happened(self) -> int:
        """How many of them were settled on."""
        return self._data["happened"]  # type: ignore[no-any-return]

    @property
    def expected(self) -> float:
        """How many should have been."""
        return self._data["expected"]  # type: ignore[no-any-return]

    @property
    def deviation(self) -> float:
        """The standard deviation of that."""
        return self._data["deviation"]  # type: ignore[no-any-return]


class BlockerFound(View):
    """A condition that blocks alone, with how far it is from being met when all others are kept."""

    __slots__ = ()

    @property
    def condition(self) -> ConditionOf:
        """Of which kind it is."""
        return self._data["condition"]  # type: ignore[no-any-return]

    @property
    def of(self) -> str:
        """The id of the party, or for a veto of the audience, whose condition it is."""
        return self._data["of"]  # type: ignore[no-any-return]

    @property
    def issue(self) -> Union[str, None]:
        """The id of the issue of a red line; `None` for other kinds."""
        return self._data["issue"]  # type: ignore[no-any-return]

    @property
    def in_words(self) -> str:
        """In words."""
        return self._data["in_words"]  # type: ignore[no-any-return]

    @property
    def short(self) -> Union[float, None]:
        """How much more the nearest package would have to be worth, on the scale of the party or audience; `None` for
        red lines and votes.
        """
        return self._data["short"]  # type: ignore[no-any-return]

    @property
    def short_open(self) -> Union[float, None]:
        """By how much `short` may be less, where a limit on work was met; 0 otherwise, `None` where `short` is."""
        return self._data["short_open"]  # type: ignore[no-any-return]

    @property
    def crossed(self) -> Tuple[str, ...]:
        """The ids of the issues on which the nearest package crosses a red line of an audience with a veto."""
        return _list(self._data["crossed"])

    @property
    def beyond_the_line(self) -> Tuple[OptionBeyond, ...]:
        """The options beyond a red line of which each alone would do, the cheapest to concede first. Empty for other
        kinds.
        """
        return _each(OptionBeyond, self._data["beyond_the_line"])

    @property
    def votes(self) -> Union[VotesFound, None]:
        """The votes; `None` unless it is a vote."""
        return _maybe(VotesFound, self._data["votes"])

    @property
    def outcome(self) -> PackageOptions:
        """The package that comes nearest to meeting the condition and meets all others."""
        return self._data["outcome"]  # type: ignore[no-any-return]


class BlockersDrawn(View):
    """What blocks, over the worlds drawn."""

    __slots__ = ()

    @property
    def worlds(self) -> int:
        """In how many worlds it was looked for; less than were drawn where packages are too many to judge all."""
        return self._data["worlds"]  # type: ignore[no-any-return]

    @property
    def open(self) -> int:
        """In how many of these there is a zone."""
        return self._data["open"]  # type: ignore[no-any-return]

    @property
    def none_alone(self) -> int:
        """In how many there is none and no condition blocks alone."""
        return self._data["none_alone"]  # type: ignore[no-any-return]

    @property
    def not_known(self) -> int:
        """In how many it is not known, for a limit on work."""
        return self._data["not_known"]  # type: ignore[no-any-return]

    @property
    def conditions(self) -> Tuple[ConditionDrawn, ...]:
        """The conditions that block alone in some of them, those that are most often the only one first."""
        return _each(ConditionDrawn, self._data["conditions"])


class BlockersFound(View):
    """What stands in the way in the central world.

    A deal has conditions: what no deal is worth to each principal, its red lines by issue, vetoes at home, votes at
    home. A condition blocks alone if lifting it, and nothing else, opens the zone of agreement.
    """

    __slots__ = ()

    @property
    def conditions(self) -> Tuple[ConditionFound, ...]:
        """All conditions of a deal."""
        return _each(ConditionFound, self._data["conditions"])

    @property
    def alone(self) -> Union[Tuple[BlockerFound, ...], None]:
        """Those that block alone; `None` where a limit on work was met."""
        return _maybe(lambda one: _each(BlockerFound, one), self._data["alone"])

    @property
    def alone_not_known(self) -> Union[str, None]:
        """The limit for which `alone` is `None`; `None` otherwise."""
        return self._data["alone_not_known"]  # type: ignore[no-any-return]

    @property
    def together(self) -> Tuple[Tuple[ConditionFound, ...], ...]:
        """Least sets of conditions that cannot all be met, the smallest first. A condition that blocks alone is in each
        of them.
        """
        return _each(lambda one: _each(ConditionFound, one), self._data["together"])

    @property
    def repairs(self) -> Tuple[Tuple[ConditionFound, ...], ...]:
        """Least sets of conditions that, lifted together, open the zone, the smallest first."""
        return _each(lambda one: _each(ConditionFound, one), self._data["repairs"])

    @property
    def complete(self) -> bool:
        """Whether `together` and `repairs` hold all such sets; otherwise a limit on work was met."""
        return self._data["complete"]  # type: ignore[no-any-return]


class BodyActor(View):
    """An actor on an issue."""

    __slots__ = ()

    @property
    def position(self) -> Union[Spread, None]:
        """Where it stands."""
        return _maybe(_spread, self._data["position"])

    @property
    def salience(self) -> Union[Spread, None]:
        """How much the issue matters to it, 0 to 1."""
        return _maybe(_spread, self._data["salience"])

    @property
    def gets_its_way(self) -> float:
        """How likely exactly that is decided where it stands, 0 to 1."""
        return self._data["gets_its_way"]  # type: ignore[no-any-return]

    @property
    def moves(self) -> Share:
        """How often it moves in the bargaining by more than a fiftieth of the scale."""
        return _share(self._data["moves"])

    @property
    def first_turn(self) -> Union[SpreadKnown, None]:
        """After how many turns first; `None` where it never does."""
        return _maybe(_spread_known, self._data["first_turn"])

    @property
    def ends(self) -> Union[Spread, None]:
        """Where it stands in the end."""
        return _maybe(_spread, self._data["ends"])


class BodyBallot(View):
    """How often an actor votes how."""

    __slots__ = ()

    @property
    def for_(self) -> Share:
        """In favour: it gains."""
        return _share(self._data["for"])

    @property
    def abstains(self) -> Share:
        """It neither gains nor loses more than saying no would cost it."""
        return _share(self._data["abstains"])

    @property
    def against(self) -> Share:
        """Against."""
        return _share(self._data["against"])

    @property
    def decides(self) -> Share:
        """How often its vote alone decides."""
        return _share(self._data["decides"])


class BodyBeside(View):
    """How often something stands so beside everything that was compared with it, if nobody minded saying no."""

    __slots__ = ()

    @property
    def unbeaten(self) -> Share:
        """Nothing would be carried against it."""
        return _share(self._data["unbeaten"])

    @property
    def uncovered(self) -> Share:
        """Nothing covers it: beats it and all that it beats (Miller 1980)."""
        return _share(self._data["uncovered"])


class BodyCarries(View):
    """What could be carried against things as they are: every place between `low` and `high`."""

    __slots__ = ()

    @property
    def anything(self) -> Share:
        """How often anything could."""
        return _share(self._data["anything"])

    @property
    def low(self) -> Union[Spread, None]:
        """From where; the status quo where nothing below it would pass."""
        return _maybe(_spread, self._data["low"])

    @property
    def high(self) -> Union[Spread, None]:
        """To where; the status quo where nothing above it would pass."""
        return _maybe(_spread, self._data["high"])


class BodyCoalitions(View):
    """The smallest coalitions where every figure has its central value, whoever stands where."""

    __slots__ = ()

    @property
    def carrying(self) -> int:
        """How many carry and would not without any of their members."""
        return self._data["carrying"]  # type: ignore[no-any-return]

    @property
    def smallest_carrying(self) -> Tuple[Tuple[str, ...], ...]:
        """The smallest of them; at most twelve."""
        return _each(_list, self._data["smallest_carrying"])

    @property
    def blocking(self) -> int:
        """How many block and would not without any of their members."""
        return self._data["blocking"]  # type: ignore[no-any-return]

    @property
    def smallest_blocking(self) -> Tuple[Tuple[str, ...], ...]:
        """The smallest of them; at most twelve."""
        return _each(_list, self._data["smallest_blocking"])

    @property
    def power(self) -> Tuple[float, ...]:
        """By actor: its share of all turns from losing to winning (Banzhaf 1965), 0 to 1."""
        return _list(self._data["power"])


class BodyCore(View):
    """Places against which nothing could be carried."""

    __slots__ = ()

    @property
    def exists(self) -> Share:
        """How often there are any."""
        return _share(self._data["exists"])

    @property
    def low(self) -> Union[Spread, None]:
        """From where they go, in the worlds that have them."""
        return _maybe(_spread, self._data["low"])

    @property
    def high(self) -> Union[Spread, None]:
        """To where."""
        return _maybe(_spread, self._data["high"])


class BodyFound(View):
    """What a body would decide. Places lie on the scale of their issue; lists over actors follow `actors`."""

    __slots__ = ()

    @property
    def name(self) -> str:
        """What it is called."""
        return self._data["name"]  # type: ignore[no-any-return]

    @property
    def rule(self) -> str:
        """How it decides, in words."""
        return self._data["rule"]  # type: ignore[no-any-return]

    @property
    def actors(self) -> Tuple[str, ...]:
        """Who has a say, by their ids."""
        return _list(self._data["actors"])

    @property
    def capability(self) -> Tuple[Union[Spread, None], ...]:
        """What each can bring to bear."""
        return _each(lambda one: _maybe(_spread, one), self._data["capability"])

    @property
    def votes(self) -> Tuple[Union[Spread, None], ...]:
        """What the vote of each counts."""
        return _each(lambda one: _maybe(_spread, one), self._data["votes"])

    @property
    def issues(self) -> Tuple[BodyIssue, ...]:
        """What is decided."""
        return _each(BodyIssue, self._data["issues"])

    @property
    def together(self) -> Union[BodyVoteFound, None]:
        """The vote on what is likeliest on all issues as one package; `None` where issues are voted on one by one, or it
        is not known how things stand.
        """
        return _maybe(BodyVoteFound, self._data["together"])

    @property
    def packages(self) -> Tuple[BodyBeside, ...]:
        """By actor: how the package that it wants stands beside those of the others and things as they are; empty where
        issues are voted on one by one, or actors are too many for that.
        """
        return _each(BodyBeside, self._data["packages"])

    @property
    def coalitions(self) -> Union[BodyCoalitions, None]:
        """The smallest coalitions; `None` with more than eighteen actors."""
        return _maybe(BodyCoalitions, self._data["coalitions"])

    @property
    def turns(self) -> Tuple[Tuple[Tuple[float, ...], ...], ...]:
        """Where each actor stands where every figure has its central value, first before the first turn of the
        bargaining and then after each: by turn, actor and issue.
        """
        return _each(lambda one: _each(_list, one), self._data["turns"])

    @property
    def settled(self) -> bool:
        """Whether that bargaining settled."""
        return self._data["settled"]  # type: ignore[no-any-return]

    @property
    def bargained_in(self) -> int:
        """In how many worlds bargaining was held."""
        return self._data["bargained_in"]  # type: ignore[no-any-return]

    @property
    def all_models_in(self) -> int:
        """In how many worlds every model was asked."""
        return self._data["all_models_in"]  # type: ignore[no-any-return]

    @property
    def wanted(self) -> Tuple[BodyWanted, ...]:
        """What it would take to get what was asked for."""
        return _each(BodyWanted, self._data["wanted"])

    @property
    def headline(self) -> Tuple[str, ...]:
        """All of it in sentences, most important first."""
        return _list(self._data["headline"])

    @property
    def caution(self) -> str:
        """What must be said beside it."""
        return self._data["caution"]  # type: ignore[no-any-return]


class BodyIssue(View):
    """What is decided on an issue."""

    __slots__ = ()

    @property
    def issue(self) -> str:
        """Its id."""
        return self._data["issue"]  # type: ignore[no-any-return]

    @property
    def name(self) -> str:
        """Its name."""
        return self._data["name"]  # type: ignore[no-any-return]

    @property
    def unit(self) -> Union[str, None]:
        """What its scale counts; `None` if that is not said."""
        return self._data["unit"]  # type: ignore[no-any-return]

    @property
    def scale(self) -> Tuple[float, float]:
        """From which number to which its scale goes."""
        return _pair(self._data["scale"])

    @property
    def status_quo(self) -> Union[Spread, None]:
        """How things stand; `None` if that is not known."""
        return _maybe(_spread, self._data["status_quo"])

    @property
    def middle(self) -> float:
        """As likely above as below."""
        return self._data["middle"]  # type: ignore[no-any-return]

    @property
    def half(self) -> Tuple[float, float]:
        """A range that holds half of such decisions."""
        return _pair(self._data["half"])

    @property
    def most(self) -> Tuple[float, float]:
        """A range that holds nine tenths of them."""
        return _pair(self._data["most"])

    @property
    def options(self) -> Tuple[BodyOption, ...]:
        """Where only a few places can be decided: how likely each is."""
        return _each(BodyOption, self._data["options"])

    @property
    def models(self) -> Tuple[BodyModel, ...]:
        """What each model says, the simplest first."""
        return _each(BodyModel, self._data["models"])

    @property
    def models_apart(self) -> Union[Spread, None]:
        """How far the models lie apart; `None` where none is defined."""
        return _maybe(_spread, self._data["models_apart"])

    @property
    def actors(self) -> Tuple[BodyActor, ...]:
        """By actor."""
        return _each(BodyActor, self._data["actors"])

    @property
    def carried(self) -> Union[BodyCarries, None]:
        """What could be carried against things as they are; `None` if it is not known how they are."""
        return _maybe(BodyCarries, self._data["carried"])

    @property
    def core(self) -> BodyCore:
        """Places against which nothing could be carried."""
        return BodyCore(self._data["core"])

    @property
    def uncovered(self) -> BodyUncovered:
        """The uncovered set: places than which no other does better in every respect, beating it and all that it beats
        (Miller 1980).
        """
        return BodyUncovered(self._data["uncovered"])

    @property
    def voted_on(self) -> float:
        """On which place the vote is: the middle, or the likeliest of a few places that is not as things are."""
        return self._data["voted_on"]  # type: ignore[no-any-return]

    @property
    def vote(self) -> Union[BodyVoteFound, None]:
        """The vote on it; `None` where all issues are voted on together, or it is not known how things stand."""
        return _maybe(BodyVoteFound, self._data["vote"])

    @property
    def carrying_neighbours(self) -> Tuple[Tuple[str, ...], ...]:
        """Groups of neighbours that carry by themselves where every figure has its central value, from the low end of
        the scale to the high one.
        """
        return _each(_list, self._data["carrying_neighbours"])

    @property
    def blocking_low(self) -> Tuple[str, ...]:
        """The fewest from the low end up without whom nothing is carried there."""
        return _list(self._data["blocking_low"])

    @property
    def blocking_high(self) -> Tuple[str, ...]:
        """The fewest from the high end down."""
        return _list(self._data["blocking_high"])

    @property
    def shifts(self) -> Tuple[BodyShift, ...]:
        """What a shift of one actor by a tenth does to the middle, the strongest first; at most forty."""
        return _each(BodyShift, self._data["shifts"])


class BodyModel(View):
    """What a model says on an issue."""

    __slots__ = ()

    @property
    def model(self) -> str:
        """The model, by the word with which it is asked for."""
        return self._data["model"]  # type: ignore[no-any-return]

    @property
    def central(self) -> Union[float, None]:
        """The place where every figure has its central value; `None` where the model is not defined."""
        return self._data["central"]  # type: ignore[no-any-return]

    @property
    def over_worlds(self) -> Union[SpreadKnown, None]:
        """The place over the worlds in which it was asked."""
        return _maybe(_spread_known, self._data["over_worlds"])

    @property
    def why_not(self) -> Union[str, None]:
        """Why it is not defined; `None` where it is."""
        return self._data["why_not"]  # type: ignore[no-any-return]


class BodyOption(View):
    """A place that can be decided."""

    __slots__ = ()

    @property
    def name(self) -> str:
        """Its name."""
        return self._data["name"]  # type: ignore[no-any-return]

    @property
    def at(self) -> float:
        """Where it lies."""
        return self._data["at"]  # type: ignore[no-any-return]

    @property
    def chance(self) -> float:
        """How likely it is, 0 to 1."""
        return self._data["chance"]  # type: ignore[no-any-return]

    @property
    def passes(self) -> Union[Share, None]:
        """How often it would pass against things as they are; `None` where all issues are voted on together, or it is
        not known how things are.
        """
        return _maybe(_share, self._data["passes"])

    @property
    def beside(self) -> Union[BodyBeside, None]:
        """How it stands beside the other places; `None` where all issues are voted on together."""
        return _maybe(BodyBeside, self._data["beside"])


class BodyShift(View):
    """What a shift of one actor does."""

    __slots__ = ()

    @property
    def actor(self) -> str:
        """Who."""
        return self._data["actor"]  # type: ignore[no-any-return]

    @property
    def what(self) -> str:
        """What is shifted: `position` or `salience`."""
        return self._data["what"]  # type: ignore[no-any-return]

    @property
    def by(self) -> float:
        """By how much: a share of the scale, or of the salience's own from 0 to 1; as far as there is room."""
        return self._data["by"]  # type: ignore[no-any-return]

    @property
    def moves_middle(self) -> Spread:
        """By how much the middle moves, in the same worlds."""
        return _spread(self._data["moves_middle"])


class BodyShiftOf(View):
    """A shift that is part of what it takes."""

    __slots__ = ()

    @property
    def actor(self) -> str:
        """Who."""
        return self._data["actor"]  # type: ignore[no-any-return]

    @property
    def what(self) -> str:
        """What is shifted: `position` or `salience`."""
        return self._data["what"]  # type: ignore[no-any-return]

    @property
    def by(self) -> float:
        """By how much: a share of the scale, or of the salience's own from 0 to 1."""
        return self._data["by"]  # type: ignore[no-any-return]


class BodyUncovered(View):
    """From where to where the uncovered set goes."""

    __slots__ = ()

    @property
    def low(self) -> Union[Spread, None]:
        """From where; `None` where all together could not carry anything."""
        return _maybe(_spread, self._data["low"])

    @property
    def high(self) -> Union[Spread, None]:
        """To where."""
        return _maybe(_spread, self._data["high"])


class BodyVoteFound(View):
    """A vote on what is likeliest against things as they are."""

    __slots__ = ()

    @property
    def passes(self) -> Share:
        """How often it passes."""
        return _share(self._data["passes"])

    @property
    def actors(self) -> Tuple[BodyBallot, ...]:
        """By actor."""
        return _each(BodyBallot, self._data["actors"])


class BodyWanted(View):
    """What it would take for the middle to reach a place."""

    __slots__ = ()

    @property
    def issue(self) -> str:
        """On which issue."""
        return self._data["issue"]  # type: ignore[no-any-return]

    @property
    def place(self) -> float:
        """The place."""
        return self._data["place"]  # type: ignore[no-any-return]

    @property
    def now(self) -> float:
        """Where the middle lies now, in the worlds in which shifts were tried."""
        return self._data["now"]  # type: ignore[no-any-return]

    @property
    def reached(self) -> bool:
        """Whether it is reached already."""
        return self._data["reached"]  # type: ignore[no-any-return]

    @property
    def alone(self) -> Union[BodyShiftOf, None]:
        """The cheapest shift of one actor alone; `None` where no one's is enough, or none is needed."""
        return _maybe(BodyShiftOf, self._data["alone"])

    @property
    def together(self) -> Tuple[BodyShiftOf, ...]:
        """Shifts of positions that are enough together, those first that move the middle most; empty where not even all
        of them are, or none is needed.
        """
        return _each(BodyShiftOf, self._data["together"])


class BracketTold(View):
    """An open bracket."""

    __slots__ = ()

    @property
    def clause(self) -> str:
        """The id of its clause."""
        return self._data["clause"]  # type: ignore[no-any-return]

    @property
    def place(self) -> int:
        """Its place among the brackets of the clause, from 0."""
        return self._data["place"]  # type: ignore[no-any-return]

    @property
    def wordings(self) -> Tuple[WordingJudged, ...]:
        """Its wordings, and what settling it on each does."""
        return _each(WordingJudged, self._data["wordings"])

    @property
    def stake(self) -> Union[FigureCompared, None]:
        """What is at stake in it: with the wording that is worst for a deal (before) and with the one that is best
        (after), the chance that a deal exists; `None` where it was not judged.
        """
        return _maybe(FigureCompared, self._data["stake"])

    @property
    def stake_of_margin(self) -> Union[FigureCompared, None]:
        """The same for the margin, mean over the worlds."""
        return _maybe(FigureCompared, self._data["stake_of_margin"])


class BriefAnswer(View):
    """What `detente brief CASE --json` prints. A section is missing where the case has no material for it."""

    __slots__ = ()

    @property
    def case(self) -> CaseNamed:
        """The case."""
        return CaseNamed(self._data["case"])

    @property
    def seed(self) -> int:
        """The seed of the draws."""
        return self._data["seed"]  # type: ignore[no-any-return]

    @property
    def draws(self) -> int:
        """How many worlds were drawn."""
        return self._data["draws"]  # type: ignore[no-any-return]

    @property
    def deals(self) -> Union[DealSpaceFound, None]:
        """The deal space. Missing in a case without issues."""
        return _maybe(DealSpaceFound, self._data.get("deals"))

    @property
    def exchange(self) -> Union[ExchangeFound, None]:
        """Would it hold? The exchange that the package which does best on all tests, or else the first, would set in
        motion. Missing in a case without `[exchange]`.
        """
        return _maybe(ExchangeFound, self._data.get("exchange"))

    @property
    def durability(self) -> Union[DurabilityFound, None]:
        """Would it last? The leading packages. Missing in a case without `[durability]`."""
        return _maybe(DurabilityFound, self._data.get("durability"))

    @property
    def settlement(self) -> Union[SettlementFound, None]:
        """Which package they would settle on, if they sign. Missing in a case without issues."""
        return _maybe(SettlementFound, self._data.get("settlement"))

    @property
    def stability(self) -> Union[StabilityFound, None]:
        """Why the conflict rests where it does. Missing in a case without `[conflict]`."""
        return _maybe(StabilityFound, self._data.get("stability"))

    @property
    def watch(self) -> Union[WatchFound, None]:
        """What was promised for the time after the signing, and what became of it. Missing in a case without
        `[[commitments]]`.
        """
        return _maybe(WatchFound, self._data.get("watch"))

    @property
    def talks(self) -> Union[TalksFound, None]:
        """How the bargaining would go. Missing in a case without `[talks]`."""
        return _maybe(TalksFound, self._data.get("talks"))

    @property
    def collective(self) -> Union[BodyFound, None]:
        """What the body of the case would decide. Missing in a case without `[collective]`."""
        return _maybe(BodyFound, self._data.get("collective"))

    @property
    def outlook(self) -> Union[OutlookFound, None]:
        """What was said and done, and what it makes of the outlook. Missing in a case without propositions, claims and
        forecasts.
        """
        return _maybe(OutlookFound, self._data.get("outlook"))

    @property
    def three_tests(self) -> Union[ThreeTestsFound, None]:
        """The leading packages under the three tests. Missing in a case without exchange and durability, and where no
        package leads.
        """
        return _maybe(ThreeTestsFound, self._data.get("three_tests"))

    @property
    def headline(self) -> Tuple[str, ...]:
        """Where things stand, in sentences, most important first."""
        return _list(self._data["headline"])

    @property
    def grounds(self) -> FiguresByGround:
        """What the figures of the case rest on."""
        return FiguresByGround(self._data["grounds"])

    @property
    def record(self) -> Tuple[TrackRecord, ...]:
        """How well figures of each kind that it tells have done where what happened is known."""
        return _each(TrackRecord, self._data["record"])

    @property
    def judged(self) -> Union[PackageJudged, None]:
        """The package that was asked about, judged. Only with `--package`."""
        return _maybe(PackageJudged, self._data.get("judged"))


class CalibrationFound(View):
    """Forecasts of about the same probability."""

    __slots__ = ()

    @property
    def from_(self) -> float:
        """The lower end of the bin; the upper is 0.1 above."""
        return self._data["from"]  # type: ignore[no-any-return]

    @property
    def count(self) -> int:
        """How many forecasts lie in it."""
        return self._data["count"]  # type: ignore[no-any-return]

    @property
    def forecast(self) -> float:
        """What they said on average."""
        return self._data["forecast"]  # type: ignore[no-any-return]

    @property
    def observed(self) -> Share:
        """In which share they came about."""
        return _share(self._data["observed"])


class CarriedByVote(View):
    """What could be carried on an issue by a vote."""

    __slots__ = ()

    @property
    def rule(self) -> str:
        """The rule, in words."""
        return self._data["rule"]  # type: ignore[no-any-return]

    @property
    def core(self) -> Union[Tuple[float, float], None]:
        """The places against which nothing could be carried, from and to; `None` where everything can be beaten."""
        return _maybe(_pair, self._data["core"])

    @property
    def uncovered(self) -> Union[Tuple[float, float], None]:
        """The uncovered set, from and to: places than which no other does better in every respect, beating it and all
        that it beats (Miller 1980). On one issue it is the core, where there is one.
        """
        return _maybe(_pair, self._data["uncovered"])

    @property
    def win_set(self) -> Union[Tuple[float, float], None]:
        """What would be carried against things as they are, strictly between; `None` where nothing would, or it is not
        known how things stand.
        """
        return _maybe(_pair, self._data["win_set"])


class CaseContents(View):
    """What is in a case."""

    __slots__ = ()

    @property
    def case(self) -> CaseNamed:
        """The case."""
        return CaseNamed(self._data["case"])

    @property
    def principals(self) -> int:
        """How many parties must sign."""
        return self._data["principals"]  # type: ignore[no-any-return]

    @property
    def audiences(self) -> int:
        """How many audiences stand behind them."""
        return self._data["audiences"]  # type: ignore[no-any-return]

    @property
    def issues(self) -> int:
        """How many issues are on the table."""
        return self._data["issues"]  # type: ignore[no-any-return]

    @property
    def packages(self) -> str:
        """How many packages can be put together, before any is ruled out: digits."""
        return self._data["packages"]  # type: ignore[no-any-return]

    @property
    def propositions(self) -> int:
        """How many propositions there are."""
        return self._data["propositions"]  # type: ignore[no-any-return]

    @property
    def claims(self) -> int:
        """How many claims there are."""
        return self._data["claims"]  # type: ignore[no-any-return]

    @property
    def forecasts(self) -> int:
        """How many forecasts there are."""
        return self._data["forecasts"]  # type: ignore[no-any-return]

    @property
    def moves(self) -> int:
        """How many moves there are in the conflict."""
        return self._data["moves"]  # type: ignore[no-any-return]

    @property
    def exchange(self) -> bool:
        """Whether there is an exchange."""
        return self._data["exchange"]  # type: ignore[no-any-return]

    @property
    def durability(self) -> bool:
        """Whether there is anything on durability."""
        return self._data["durability"]  # type: ignore[no-any-return]

    @property
    def conflict(self) -> bool:
        """Whether there is a conflict."""
        return self._data["conflict"]  # type: ignore[no-any-return]

    @property
    def figures(self) -> FiguresByGround:
        """What its figures rest on."""
        return FiguresByGround(self._data["figures"])


class CaseDifference(View):
    """A place at which two cases say different things."""

    __slots__ = ()

    @property
    def path(self) -> str:
        """The path in the case file."""
        return self._data["path"]  # type: ignore[no-any-return]

    @property
    def before(self) -> Union[str, None]:
        """What the first says, as TOML on one line; `None` where it says nothing."""
        return self._data["before"]  # type: ignore[no-any-return]

    @property
    def after(self) -> Union[str, None]:
        """What the second says, as TOML on one line; `None` where it says nothing."""
        return self._data["after"]  # type: ignore[no-any-return]

    @property
    def alone(self) -> Union[EffectFound, None]:
        """What it does alone: the first case with this difference (after) against the first (before). `None` where it
        was not judged by itself, because it is the only one or there are too many.
        """
        return _maybe(EffectFound, self._data["alone"])

    @property
    def without(self) -> Union[EffectFound, None]:
        """What its absence would undo: the second case without this difference (after) against the second (before).
        `None` as for `alone`.
        """
        return _maybe(EffectFound, self._data["without"])


class CaseFault(View):
    """One thing that is wrong, or probably not meant."""

    __slots__ = ()

    @property
    def code(self) -> str:
        """Of which kind it is: `detente::unknown_issue`."""
        return self._data["code"]  # type: ignore[no-any-return]

    @property
    def severity(self) -> FaultSeverity:
        """How bad it is."""
        return self._data["severity"]  # type: ignore[no-any-return]

    @property
    def message(self) -> str:
        """What is wrong, in a sentence."""
        return self._data["message"]  # type: ignore[no-any-return]

    @property
    def file(self) -> Union[str, None]:
        """The file in which it is, where that is one that the case includes; left out for the case file itself."""
        return self._data.get("file")

    @property
    def span(self) -> Union[CaseStretch, None]:
        """Where; `None` for a fault of the file as a whole."""
        return _maybe(CaseStretch, self._data["span"])

    @property
    def label(self) -> Union[str, None]:
        """A few words for that place; `None` if there are none."""
        return self._data["label"]  # type: ignore[no-any-return]

    @property
    def help(self) -> Union[str, None]:
        """What to do about it; `None` if there is nothing to say."""
        return self._data["help"]  # type: ignore[no-any-return]

    @property
    def related(self) -> Tuple[RelatedPlace, ...]:
        """Other places that have to do with it, for example where an issue is declared."""
        return _each(RelatedPlace, self._data["related"])


class CaseNamed(View):
    """Which case an answer is about."""

    __slots__ = ()

    @property
    def title(self) -> str:
        """Its title."""
        return self._data["title"]  # type: ignore[no-any-return]

    @property
    def as_of(self) -> str:
        """The day as of which it was looked at: `2024-02-14`."""
        return self._data["as_of"]  # type: ignore[no-any-return]

    @property
    def set(self) -> Union[Tuple[ValueSet, ...], None]:
        """What was set for this look at it, in the order in which it was said; the file does not say it. Only with
        `--set`.
        """
        return _maybe(lambda one: _each(ValueSet, one), self._data.get("set"))

    @property
    def without(self) -> Union[FilesAbsent, None]:
        """What is not here of the files that the case includes, and what goes with it. Only where something is not.
        """
        return _maybe(FilesAbsent, self._data.get("without"))


class CaseStretch(View):
    """A stretch of a case file."""

    __slots__ = ()

    @property
    def start(self) -> int:
        """Its first byte, counted from 0."""
        return self._data["start"]  # type: ignore[no-any-return]

    @property
    def end(self) -> int:
        """One past its last byte."""
        return self._data["end"]  # type: ignore[no-any-return]

    @property
    def line(self) -> int:
        """The line on which it begins, counted from 1."""
        return self._data["line"]  # type: ignore[no-any-return]

    @property
    def column(self) -> int:
        """The column in characters at which it begins, counted from 1."""
        return self._data["column"]  # type: ignore[no-any-return]


class CatalogueFinding(View):
    """A published finding, with the figure that is published and the one that is reckoned with."""

    __slots__ = ()

    @property
    def id(self) -> str:
        """The id by which cases refer to it."""
        return self._data["id"]  # type: ignore[no-any-return]

    @property
    def finding(self) -> str:
        """What was found, in a few words."""
        return self._data["finding"]  # type: ignore[no-any-return]

    @property
    def kind(self) -> FindingKind:
        """What is published of it."""
        return self._data["kind"]  # type: ignore[no-any-return]

    @property
    def published_hazard_ratio(self) -> Union[Tuple[float, float], None]:
        """The hazard ratio as published, from and to (the same where one figure is published); `None` where only the
        direction is, and for a base rate.
        """
        return _maybe(_pair, self._data["published_hazard_ratio"])

    @property
    def hazard_ratio(self) -> Union[Spread, None]:
        """The hazard ratio that is reckoned with, with the doubt of carrying it over to another war; `None` for a base
        rate.
        """
        return _maybe(_spread, self._data["hazard_ratio"])

    @property
    def later(self) -> Union[FindingLater, None]:
        """What it turns into later; `None` if it stays."""
        return _maybe(FindingLater, self._data["later"])

    @property
    def share(self) -> Union[float, None]:
        """The base rate, 0 to 1; `None` for what changes the danger of breaking down."""
        return self._data["share"]  # type: ignore[no-any-return]

    @property
    def citation(self) -> str:
        """Author, year and where it appeared."""
        return self._data["citation"]  # type: ignore[no-any-return]

    @property
    def estimated_on(self) -> str:
        """What it was estimated on."""
        return self._data["estimated_on"]  # type: ignore[no-any-return]

    @property
    def transfers(self) -> str:
        """How far it carries over: `poorly`, `partly`."""
        return self._data["transfers"]  # type: ignore[no-any-return]

    @property
    def because(self) -> str:
        """Why no further."""
        return self._data["because"]  # type: ignore[no-any-return]

    @property
    def published_in(self) -> int:
        """The year in which it was published."""
        return self._data["published_in"]  # type: ignore[no-any-return]

    @property
    def data_say(self) -> str:
        """What records that anyone can hold say of it now, or that none at hand tests it."""
        return self._data["data_say"]  # type: ignore[no-any-return]

    @property
    def corrected_hazard_ratio(self) -> Union[Tuple[float, float], None]:
        """The hazard ratio that they put in the place of the published one, from and to; `None` if they do not. It is
        what is reckoned with here, and in a case whose day lies in `corrected_in` or later; earlier cases are
        reckoned with what was published.
        """
        return _maybe(_pair, self._data["corrected_hazard_ratio"])

    @property
    def corrected_in(self) -> Union[int, None]:
        """The year in which that was found; `None` if the published figure stands."""
        return self._data["corrected_in"]  # type: ignore[no-any-return]


class CentralFound(View):
    """The findings in the central world, where every judgement is taken at its middle.

    What a tolerance promises: `--tolerance T` lists frontiers to within T, for spaces in which the exact ones are too
    large. Let D be the `frontier_tolerance` given.

    - Every point is a feasible package with its exact values; those of `zone.frontier` are acceptable to all. Vetoes
      and quotas are kept exactly.
    - For every feasible package there is a point of `frontier` that is worth to nobody less by D.
    - For every package that all accept and that leaves each principal better off than no deal by D, there is a point
      of `zone.frontier` that is worth to nobody less by D. Packages that leave somebody less may have none, and where
      all do, that frontier may be empty though there is a zone.

    D is T, except where interactions and infeasible combinations tie too many issues together for any search. Then
    packages are found by climbing, a looser problem bounds them from above, and D is the proven distance between the
    two: computed, not chosen, and perhaps larger than T. Where climbing finds no package, or another question about
    such a case needs the search, the case is refused as without a tolerance.
    """

    __slots__ = ()

    @property
    def reservation(self) -> Tuple[float, ...]:
        """What no deal is worth to each."""
        return _list(self._data["reservation"])

    @property
    def margin(self) -> Union[float, None]:
        """The surplus over no deal of whoever gains least from the best package; below zero, by how much agreement is
        missed. `None` when red lines leave no package.
        """
        return self._data["margin"]  # type: ignore[no-any-return]

    @property
    def margin_at_most(self) -> Union[float, None]:
        """What the margin is at most: equal to it when it is proven. `None` when red lines leave no package."""
        return self._data["margin_at_most"]  # type: ignore[no-any-return]

    @property
    def margin_outcome(self) -> Union[PackageOptions, None]:
        """The package with that margin. `None` when red lines leave no package."""
        return self._data["margin_outcome"]  # type: ignore[no-any-return]

    @property
    def zone(self) -> ZoneFound:
        """The zone of agreement."""
        return ZoneFound(self._data["zone"])

    @property
    def frontier_size(self) -> Union[int, None]:
        """How many points the frontier over all feasible packages has; `None` where it is not known."""
        return self._data["frontier_size"]  # type: ignore[no-any-return]

    @property
    def frontier(self) -> Union[Tuple[FrontierPointFound, ...], None]:
        """The points that nothing feasible betters for everyone, red lines or not; `None` where they are not listed.
        """
        return _maybe(lambda one: _each(FrontierPointFound, one), self._data["frontier"])

    @property
    def frontier_not_listed(self) -> Union[str, None]:
        """The limit for which `frontier` is `None`. A frontier that was found but has more than 50 million choices in
        all is not written either; `frontier_size` says how many points it has. `None` where it is listed.
        """
        return self._data["frontier_not_listed"]  # type: ignore[no-any-return]

    @property
    def frontier_tolerance(self) -> Union[float, None]:
        """D, the proven distance of the points listed from the exact frontier on each principal's scale; `None` when
        exact.
        """
        return self._data["frontier_tolerance"]  # type: ignore[no-any-return]

    @property
    def frontier_segments(self) -> Union[Tuple[FrontierLine, ...], None]:
        """Between the stops of continuous issues, the straight lines that the frontier runs along. `None` without such
        issues, and where they are not listed.
        """
        return _maybe(lambda one: _each(FrontierLine, one), self._data["frontier_segments"])

    @property
    def frontier_segments_not_listed(self) -> Union[str, None]:
        """Why `frontier_segments` is `None` in a case with continuous issues; `None` otherwise."""
        return self._data["frontier_segments_not_listed"]  # type: ignore[no-any-return]

    @property
    def solutions(self) -> SolutionsFound:
        """The bargaining solutions."""
        return SolutionsFound(self._data["solutions"])

    @property
    def solutions_tolerance(self) -> Union[SolutionsTolerance, None]:
        """What is proven of solutions that were chosen from a frontier with a tolerance; `None` when exact."""
        return _maybe(SolutionsTolerance, self._data["solutions_tolerance"])

    @property
    def lotteries(self) -> LotteriesFound:
        """Agreements by lot."""
        return LotteriesFound(self._data["lotteries"])

    @property
    def opposition(self) -> Union[float, None]:
        """How far the best for all lies from the best for each; `None` unless both frontiers are exact."""
        return self._data["opposition"]  # type: ignore[no-any-return]

    @property
    def blocked(self) -> Tuple[str, ...]:
        """The ids of the issues on which red lines leave no option."""
        return _list(self._data["blocked"])

    @property
    def blockers(self) -> Union[BlockersFound, None]:
        """Who or what stands in the way; `None` with a zone, and where it is not known whether there is one."""
        return _maybe(BlockersFound, self._data["blockers"])

    @property
    def sticking_points(self) -> Tuple[StickingPointFound, ...]:
        """Single concessions with what they would do."""
        return _each(StickingPointFound, self._data["sticking_points"])

    @property
    def openings(self) -> Union[Tuple[SetOfConcessions, ...], None]:
        """The smallest and cheapest sets of concessions that open the zone; empty when it is open or nothing opens it.
        `None` where a limit on work was met.
        """
        return _maybe(lambda one: _each(SetOfConcessions, one), self._data["openings"])

    @property
    def openings_not_known(self) -> Union[str, None]:
        """The limit for which `openings` is `None`; `None` otherwise."""
        return self._data["openings_not_known"]  # type: ignore[no-any-return]


class ChainsWalked(View):
    """Chains that visited packages in proportion to their chances."""

    __slots__ = ()

    @property
    def in_each_world(self) -> int:
        """How many in each world, one from the best package of each principal."""
        return self._data["in_each_world"]  # type: ignore[no-any-return]

    @property
    def steps(self) -> int:
        """Steps of each that count."""
        return self._data["steps"]  # type: ignore[no-any-return]

    @property
    def apart(self) -> float:
        """How far the chance of an option by the chains from one start lies from that by all, at the most."""
        return self._data["apart"]  # type: ignore[no-any-return]


class ChangeTested(View):
    """How a package would fare with a change on one issue."""

    __slots__ = ()

    @property
    def acceptable(self) -> Share:
        """In which share of the worlds all accept it."""
        return _share(self._data["acceptable"])

    @property
    def enforceable(self) -> Union[Share, None]:
        """In which share its exchange holds itself; `None` when the case has no exchange."""
        return _maybe(_share, self._data["enforceable"])

    @property
    def as_proposed(self) -> bool:
        """Whether that is the exchange as the case proposes it for the package, and not as it best could be."""
        return self._data["as_proposed"]  # type: ignore[no-any-return]

    @property
    def some_schedule_enforceable(self) -> Union[Share, None]:
        """In which share some schedule would hold itself; `None` when the case has no exchange."""
        return _maybe(_share, self._data["some_schedule_enforceable"])

    @property
    def durable(self) -> Union[Spread, None]:
        """The probability of lasting beyond `lasting_days`; `None` when the case has no durability."""
        return _maybe(_spread, self._data["durable"])

    @property
    def all_three(self) -> float:
        """The mean probability, 0 to 1, of passing every test that the case has the material for."""
        return self._data["all_three"]  # type: ignore[no-any-return]

    @property
    def all_three_interval(self) -> Tuple[float, float]:
        """Its 95 % interval."""
        return _pair(self._data["all_three_interval"])

    @property
    def weakest(self) -> TestName:
        """The test on which it does worst."""
        return self._data["weakest"]  # type: ignore[no-any-return]

    @property
    def issue(self) -> str:
        """The id of the issue that is changed."""
        return self._data["issue"]  # type: ignore[no-any-return]

    @property
    def outcome(self) -> PackageOptions:
        """The package that this makes."""
        return self._data["outcome"]  # type: ignore[no-any-return]

    @property
    def gain(self) -> GainFound:
        """By how much the change raises `all_three`, judged world by world in the same worlds."""
        return GainFound(self._data["gain"])


class CheckAnswer(View):
    """What `detente check CASE… --json` prints."""

    __slots__ = ()

    @property
    def cases(self) -> Tuple[CheckedCase, ...]:
        """The cases, in the order in which they were named; those of a folder by name."""
        return _each(CheckedCase, self._data["cases"])


class CheckedCase(View):
    """What is wrong with one case file, and what is in it if it is sound."""

    __slots__ = ()

    @property
    def file(self) -> str:
        """The path of the file, as it was named or found."""
        return self._data["file"]  # type: ignore[no-any-return]

    @property
    def errors(self) -> int:
        """How many errors it has, those that are not listed included."""
        return self._data["errors"]  # type: ignore[no-any-return]

    @property
    def warnings(self) -> int:
        """How many warnings it has, those that are not listed included."""
        return self._data["warnings"]  # type: ignore[no-any-return]

    @property
    def faults(self) -> Tuple[CaseFault, ...]:
        """The faults by their place. Of more than a thousand, the first thousand that were found; the first two hundred
        of them come with hints.
        """
        return _each(CaseFault, self._data["faults"])

    @property
    def refusals(self) -> Tuple[EngineRefusal, ...]:
        """What an engine refuses in a file that reads without error; empty otherwise."""
        return _each(EngineRefusal, self._data["refusals"])

    @property
    def contents(self) -> Union[CaseContents, None]:
        """What is in the case; `None` if it has errors or an engine refuses it."""
        return _maybe(CaseContents, self._data["contents"])

    @property
    def text(self) -> Union[Tuple[CheckedText, ...], None]:
        """The versions of its text that have faults. Only where one has."""
        return _maybe(lambda one: _each(CheckedText, one), self._data.get("text"))


class CheckedText(View):
    """What is wrong with a version of the text of a case."""

    __slots__ = ()

    @property
    def file(self) -> str:
        """The path of its file."""
        return self._data["file"]  # type: ignore[no-any-return]

    @property
    def errors(self) -> int:
        """How many errors it has, those that are not listed included."""
        return self._data["errors"]  # type: ignore[no-any-return]

    @property
    def warnings(self) -> int:
        """How many warnings it has, those that are not listed included."""
        return self._data["warnings"]  # type: ignore[no-any-return]

    @property
    def faults(self) -> Tuple[CaseFault, ...]:
        """The faults by their place, as those of a case."""
        return _each(CaseFault, self._data["faults"])


class ClaimWeighed(View):
    """A claim: something that was said or done, and on what it bears.

    A claim on a proposition has `on`; one on a number has `quantity`, `value` and `counting`; one on a commitment has
    `commitment` and `says`; an event of a data set has `kind`, `dataset` and `code`; a claim that bears on nothing
    yet has none of these.
    """

    __slots__ = ()

    @property
    def id(self) -> str:
        """Its id."""
        return self._data["id"]  # type: ignore[no-any-return]

    @property
    def said(self) -> Union[str, None]:
        """The day on which it was said or done; `None` if the case does not say."""
        return self._data["said"]  # type: ignore[no-any-return]

    @property
    def reported(self) -> Union[str, None]:
        """The day on which it was reported; `None` if the case does not say."""
        return self._data["reported"]  # type: ignore[no-any-return]

    @property
    def by(self) -> Union[str, None]:
        """Who said or did it; `None` if the case does not say."""
        return self._data["by"]  # type: ignore[no-any-return]

    @property
    def party(self) -> Union[str, None]:
        """The id of the party for which that was; `None` for none."""
        return self._data["party"]  # type: ignore[no-any-return]

    @property
    def role(self) -> Union[str, None]:
        """In which role; `None` if the case does not say."""
        return self._data["role"]  # type: ignore[no-any-return]

    @property
    def source(self) -> Union[str, None]:
        """The id of the source; `None` if the case names none."""
        return self._data["source"]  # type: ignore[no-any-return]

    @property
    def locator(self) -> Union[str, None]:
        """Where in the source; `None` if the case does not say."""
        return self._data["locator"]  # type: ignore[no-any-return]

    @property
    def origin(self) -> Union[str, None]:
        """What it goes back to: claims of one origin count once. `None` if it stands for itself."""
        return self._data["origin"]  # type: ignore[no-any-return]

    @property
    def text(self) -> Union[str, None]:
        """What was said or done, in words; `None` if the case does not say."""
        return self._data["text"]  # type: ignore[no-any-return]

    @property
    def draft(self) -> bool:
        """Whether it is a draft, which counts for nothing until a person has accepted it."""
        return self._data["draft"]  # type: ignore[no-any-return]

    @property
    def standing(self) -> ClaimStanding:
        """Where it stands once it is attacked by what contradicts it."""
        return self._data["standing"]  # type: ignore[no-any-return]

    @property
    def on(self) -> Union[str, None]:
        """The id of the proposition that it bears on."""
        return self._data.get("on")

    @property
    def log_likelihood_ratio(self) -> Union[float, None]:
        """ln LR if every judgement is taken at its middle: above 0 it speaks for the proposition. Missing for a claim
        that does not count.
        """
        return self._data.get("log_likelihood_ratio")

    @property
    def ground(self) -> Union[str, None]:
        """On what that weight rests, in words. Missing likewise."""
        return self._data.get("ground")

    @property
    def repeats(self) -> Union[bool, None]:
        """Whether it repeats another report of its origin and adds nothing. Missing likewise."""
        return self._data.get("repeats")

    @property
    def quantity(self) -> Union[str, None]:
        """The quantity that it gives a number for."""
        return self._data.get("quantity")

    @property
    def value(self) -> Union[Tuple[float, ...], None]:
        """That number: low, central, high."""
        return _maybe(_list, self._data.get("value"))

    @property
    def counting(self) -> Union[str, None]:
        """What was counted; `None` if the claim does not say."""
        return self._data.get("counting")

    @property
    def commitment(self) -> Union[str, None]:
        """The id of the commitment on which it reports; it counts in `detente watch`."""
        return self._data.get("commitment")

    @property
    def says(self) -> Union[str, None]:
        """What it says of the commitment: `done`, `partly`, `late`, `denied` or `disputed`."""
        return self._data.get("says")

    @property
    def kind(self) -> Union[ClaimKind, None]:
        """Of which kind it is."""
        return self._data.get("kind")

    @property
    def dataset(self) -> Union[str, None]:
        """The data set that has the event."""
        return self._data.get("dataset")

    @property
    def code(self) -> Union[str, None]:
        """The code that the data set gives it; `None` if it gives none."""
        return self._data.get("code")


class ClauseChanged(View):
    """A clause that changed."""

    __slots__ = ()

    @property
    def before(self) -> Union[str, None]:
        """Its id in the first version; `None` where it is new."""
        return self._data["before"]  # type: ignore[no-any-return]

    @property
    def after(self) -> Union[str, None]:
        """Its id in the second version; `None` where it is gone."""
        return self._data["after"]  # type: ignore[no-any-return]

    @property
    def name(self) -> str:
        """How it is called."""
        return self._data["name"]  # type: ignore[no-any-return]

    @property
    def words(self) -> Tuple[WordsKept, ...]:
        """Its words, in order."""
        return _each(WordsKept, self._data["words"])

    @property
    def opens(self) -> Mapping[str, Tuple[OptionValue, ...]]:
        """Options that the clause by itself did not allow and now does, by issue."""
        return _by_name(_list, self._data["opens"])

    @property
    def closes(self) -> Mapping[str, Tuple[OptionValue, ...]]:
        """Options that it allowed and now does not, by issue."""
        return _by_name(_list, self._data["closes"])

    @property
    def raised(self) -> Tuple[ObjectionTold, ...]:
        """Objections that are new."""
        return _each(ObjectionTold, self._data["raised"])

    @property
    def dropped(self) -> Tuple[ObjectionTold, ...]:
        """Objections that are gone."""
        return _each(ObjectionTold, self._data["dropped"])

    @property
    def alone(self) -> Union[Tuple[FigureCompared, ...], None]:
        """What this change alone does: the first version (before) against the first with it (after). `None` where it
        changes no option, is the only change that does, or there are too many.
        """
        return _maybe(lambda one: _each(FigureCompared, one), self._data["alone"])

    @property
    def without(self) -> Union[Tuple[FigureCompared, ...], None]:
        """What its absence would undo: the second version (before) against the second without it (after). `None` as
        `alone`.
        """
        return _maybe(lambda one: _each(FigureCompared, one), self._data["without"])


class ClauseTold(View):
    """A clause."""

    __slots__ = ()

    @property
    def id(self) -> str:
        """By which it is known in all versions."""
        return self._data["id"]  # type: ignore[no-any-return]

    @property
    def number(self) -> str:
        """What stands before its title; empty for nothing."""
        return self._data["number"]  # type: ignore[no-any-return]

    @property
    def title(self) -> str:
        """Its title; empty for none."""
        return self._data["title"]  # type: ignore[no-any-return]

    @property
    def line(self) -> int:
        """The line of its heading in the file, from 1; 0 for a clause that no file has."""
        return self._data["line"]  # type: ignore[no-any-return]

    @property
    def words(self) -> str:
        """Its words as they stand, what is open in brackets."""
        return self._data["words"]  # type: ignore[no-any-return]

    @property
    def pieces(self) -> Tuple[PieceTold, ...]:
        """The same in pieces."""
        return _each(PieceTold, self._data["pieces"])

    @property
    def known(self) -> bool:
        """Whether anything in the model knows it."""
        return self._data["known"]  # type: ignore[no-any-return]

    @property
    def issues(self) -> Tuple[str, ...]:
        """The ids of the issues that it speaks of."""
        return _list(self._data["issues"])

    @property
    def options(self) -> Mapping[str, Tuple[OptionValue, ...]]:
        """The options that it settles, whichever way its brackets go: of each issue one of these."""
        return _by_name(_list, self._data["options"])

    @property
    def objections(self) -> Tuple[ObjectionTold, ...]:
        """What stands against it."""
        return _each(ObjectionTold, self._data["objections"])

    @property
    def red_lines(self) -> Tuple[RedLineCrossed, ...]:
        """Whose red lines it crosses."""
        return _each(RedLineCrossed, self._data["red_lines"])


class CoefficientFound(View):
    """A coefficient."""

    __slots__ = ()

    @property
    def value(self) -> float:
        """By how much the logarithm of the chance rises with a measure that rises by 1."""
        return self._data["value"]  # type: ignore[no-any-return]

    @property
    def error(self) -> float:
        """Its standard error."""
        return self._data["error"]  # type: ignore[no-any-return]


class CollectiveAnswer(View):
    """What `detente collective FILE --json` prints.

    Places lie on the scale of their issue, 0 to 100 where the table has no other. Lists over actors follow `actors`,
    lists over issues `issues`.
    """

    __slots__ = ()

    @property
    def dossiers(self) -> Tuple[DossierFound, ...]:
        """What is decided, in the order of the table."""
        return _each(DossierFound, self._data["dossiers"])

    @property
    def fitted(self) -> str:
        """On what the chances of a prediction were fitted, and when."""
        return self._data["fitted"]  # type: ignore[no-any-return]

    @property
    def model(self) -> Union[str, None]:
        """By which model the turns are: `spatial` or `ktab`. Missing where the table has more than one dossier, or a
        model without turns was asked for.
        """
        return self._data.get("model")

    @property
    def actors(self) -> Union[Tuple[str, ...], None]:
        """Who bargains, in the turns. Missing where `model` is."""
        return _maybe(_list, self._data.get("actors"))

    @property
    def issues(self) -> Union[Tuple[str, ...], None]:
        """About what they bargain. Missing where `model` is."""
        return _maybe(_list, self._data.get("issues"))

    @property
    def turns(self) -> Union[Tuple[Tuple[Tuple[float, ...], ...], ...], None]:
        """Where each actor stands on each issue, 0 to 100, first before the first turn and then after each: by turn,
        actor and issue. Missing where `model` is.
        """
        return _maybe(lambda one: _each(lambda one: _each(_list, one), one), self._data.get("turns"))

    @property
    def risk(self) -> Union[Tuple[Tuple[float, ...], ...], None]:
        """Each actor's attitude to risk by turn, −½ (careful) to 1 (bold). Missing where `model` is."""
        return _maybe(lambda one: _each(_list, one), self._data.get("risk"))

    @property
    def probability(self) -> Union[Tuple[Tuple[float, ...], ...], None]:
        """How likely each actor's place carries the day, by turn; actors on one place share its chance. Missing where
        `model` is.
        """
        return _maybe(lambda one: _each(_list, one), self._data.get("probability"))

    @property
    def settled(self) -> Union[bool, None]:
        """Whether it settled before the most turns that are looked at. Missing where `model` is."""
        return self._data.get("settled")


class CommentLost(View):
    """A comment that the result does not have."""

    __slots__ = ()

    @property
    def of(self) -> MergeSide:
        """Whose."""
        return self._data["of"]  # type: ignore[no-any-return]

    @property
    def text(self) -> str:
        """The comment."""
        return self._data["text"]  # type: ignore[no-any-return]


class CommitmentWatched(View):
    """A commitment, and how it stands."""

    __slots__ = ()

    @property
    def id(self) -> str:
        """Its id."""
        return self._data["id"]  # type: ignore[no-any-return]

    @property
    def by(self) -> str:
        """The party that promised it."""
        return self._data["by"]  # type: ignore[no-any-return]

    @property
    def to(self) -> Union[str, None]:
        """The party to which it was promised; `None` if the case does not say."""
        return self._data["to"]  # type: ignore[no-any-return]

    @property
    def what(self) -> str:
        """What it is, in words."""
        return self._data["what"]  # type: ignore[no-any-return]

    @property
    def count(self) -> Union[int, None]:
        """How many of it; `None` for one thing that is done or not."""
        return self._data["count"]  # type: ignore[no-any-return]

    @property
    def unit(self) -> Union[str, None]:
        """What they are counted in; `None` if `what` says it."""
        return self._data["unit"]  # type: ignore[no-any-return]

    @property
    def agreed(self) -> str:
        """The day on which it was agreed."""
        return self._data["agreed"]  # type: ignore[no-any-return]

    @property
    def due(self) -> str:
        """The last day on which it is in time."""
        return self._data["due"]  # type: ignore[no-any-return]

    @property
    def lot(self) -> Union[str, None]:
        """The lot of the exchange of which it is a part; `None` for none."""
        return self._data["lot"]  # type: ignore[no-any-return]

    @property
    def schedule(self) -> Union[str, None]:
        """The schedule of which it is a step; `None` for none."""
        return self._data["schedule"]  # type: ignore[no-any-return]

    @property
    def step(self) -> Union[int, None]:
        """Which step of it, the first being 1; `None` for none."""
        return self._data["step"]  # type: ignore[no-any-return]

    @property
    def clause(self) -> Union[str, None]:
        """The clause of the text that words it; `None` for none."""
        return self._data["clause"]  # type: ignore[no-any-return]

    @property
    def status(self) -> CommitmentStatus:
        """How it stands."""
        return self._data["status"]  # type: ignore[no-any-return]

    @property
    def told(self) -> str:
        """The same in words."""
        return self._data["told"]  # type: ignore[no-any-return]

    @property
    def is_due(self) -> bool:
        """Whether its day has come."""
        return self._data["is_due"]  # type: ignore[no-any-return]

    @property
    def least(self) -> int:
        """How many were handed over by all accounts; 1 or 0 for one thing."""
        return self._data["least"]  # type: ignore[no-any-return]

    @property
    def most(self) -> int:
        """How many by the account that says most."""
        return self._data["most"]  # type: ignore[no-any-return]

    @property
    def done_on(self) -> Union[str, None]:
        """The day on which all of it was there; `None` if it is not."""
        return self._data["done_on"]  # type: ignore[no-any-return]

    @property
    def days_late(self) -> int:
        """Days after its day: on which all was there, or up to now while something is missing."""
        return self._data["days_late"]  # type: ignore[no-any-return]

    @property
    def is_open_breach(self) -> bool:
        """Whether it is an open breach in the central world: it was denied, or what is missing is missing for longer
        than its days of grace.
        """
        return self._data["is_open_breach"]  # type: ignore[no-any-return]

    @property
    def accounts(self) -> Tuple[AccountTold, ...]:
        """What each account says of it."""
        return _each(AccountTold, self._data["accounts"])

    @property
    def reports(self) -> Tuple[str, ...]:
        """The ids of the claims that report on it."""
        return _list(self._data["reports"])

    @property
    def delay(self) -> Union[DelayBorne, None]:
        """The largest delay of it by itself that is borne, counted from its day; `None` if it is not missing and not due
        next.
        """
        return _maybe(DelayBorne, self._data["delay"])

    @property
    def cites(self) -> Tuple[str, ...]:
        """The ids of the sources that it rests on."""
        return _list(self._data["cites"])


class CompareAnswer(View):
    """What `detente compare A B --json` prints."""

    __slots__ = ()

    @property
    def before(self) -> CaseNamed:
        """The first case."""
        return CaseNamed(self._data["before"])

    @property
    def after(self) -> CaseNamed:
        """The second case."""
        return CaseNamed(self._data["after"])

    @property
    def seed(self) -> int:
        """The seed of the draws."""
        return self._data["seed"]  # type: ignore[no-any-return]

    @property
    def draws(self) -> int:
        """How many worlds were drawn of each case: the same draws of both."""
        return self._data["draws"]  # type: ignore[no-any-return]

    @property
    def headline(self) -> Tuple[str, ...]:
        """What matters most, in sentences."""
        return _list(self._data["headline"])

    @property
    def differences(self) -> Tuple[CaseDifference, ...]:
        """Where the cases differ."""
        return _each(CaseDifference, self._data["differences"])

    @property
    def figures(self) -> Tuple[FigureCompared, ...]:
        """What all differences together do to the figures that a brief says first."""
        return _each(FigureCompared, self._data["figures"])

    @property
    def words(self) -> Tuple[WordsCompared, ...]:
        """What they do to what it says in words."""
        return _each(WordsCompared, self._data["words"])


class ConcessionFound(View):
    """One concession of one actor on one issue."""

    __slots__ = ()

    @property
    def issue(self) -> str:
        """The id of the issue."""
        return self._data["issue"]  # type: ignore[no-any-return]

    @property
    def party(self) -> str:
        """The id of the party or audience that would concede."""
        return self._data["party"]  # type: ignore[no-any-return]

    @property
    def concession(self) -> Mapping[str, OptionValue]:
        """The option conceded: one entry, `{issue: option}`."""
        return self._data["concession"]  # type: ignore[no-any-return]

    @property
    def kind(self) -> ConcessionOf:
        """Of which kind it is."""
        return self._data["kind"]  # type: ignore[no-any-return]

    @property
    def number(self) -> Union[float, None]:
        """The number conceded, where it lies between the stops of a continuous issue, the stop beside it being the
        option; `None` otherwise.
        """
        return self._data["number"]  # type: ignore[no-any-return]

    @property
    def cost(self) -> float:
        """What it costs whoever concedes, on its own scale: less than by its best option that crosses none of its red
        lines.
        """
        return self._data["cost"]  # type: ignore[no-any-return]


class ConditionDrawn(View):
    """In which share of the worlds a condition blocks alone."""

    __slots__ = ()

    @property
    def condition(self) -> ConditionOf:
        """Of which kind it is."""
        return self._data["condition"]  # type: ignore[no-any-return]

    @property
    def of(self) -> str:
        """The id of the party, or for a veto of the audience, whose condition it is."""
        return self._data["of"]  # type: ignore[no-any-return]

    @property
    def issue(self) -> Union[str, None]:
        """The id of the issue of a red line; `None` for other kinds."""
        return self._data["issue"]  # type: ignore[no-any-return]

    @property
    def in_words(self) -> str:
        """In words."""
        return self._data["in_words"]  # type: ignore[no-any-return]

    @property
    def only(self) -> Share:
        """The share in which it is the only one."""
        return _share(self._data["only"])

    @property
    def one_of_several(self) -> Share:
        """The share in which it is one of several, each of which would do."""
        return _share(self._data["one_of_several"])


class ConditionFound(View):
    """A condition of a deal."""

    __slots__ = ()

    @property
    def condition(self) -> ConditionOf:
        """Of which kind it is."""
        return self._data["condition"]  # type: ignore[no-any-return]

    @property
    def of(self) -> str:
        """The id of the party, or for a veto of the audience, whose condition it is."""
        return self._data["of"]  # type: ignore[no-any-return]

    @property
    def issue(self) -> Union[str, None]:
        """The id of the issue of a red line; `None` for other kinds."""
        return self._data["issue"]  # type: ignore[no-any-return]

    @property
    def in_words(self) -> str:
        """In words."""
        return self._data["in_words"]  # type: ignore[no-any-return]


class ContradictionFound(View):
    """Two claims that do not go together."""

    __slots__ = ()

    @property
    def kind(self) -> str:
        """Of which kind it is, in a word."""
        return self._data["kind"]  # type: ignore[no-any-return]

    @property
    def claims(self) -> Tuple[int, int]:
        """The claims; of a reversal the earlier first, otherwise in the order of date and id."""
        return _pair(self._data["claims"])

    @property
    def because(self) -> str:
        """Why, in a sentence."""
        return self._data["because"]  # type: ignore[no-any-return]


class ConventionFound(View):
    """Coefficients with where they come from."""

    __slots__ = ()

    @property
    def id(self) -> str:
        """Its name."""
        return self._data["id"]  # type: ignore[no-any-return]

    @property
    def over(self) -> str:
        """What people bargained over."""
        return self._data["over"]  # type: ignore[no-any-return]

    @property
    def source(self) -> str:
        """Who collected it."""
        return self._data["source"]  # type: ignore[no-any-return]

    @property
    def settlements(self) -> int:
        """How many settlements it was fitted on."""
        return self._data["settlements"]  # type: ignore[no-any-return]

    @property
    def coefficients(self) -> Mapping[str, CoefficientFound]:
        """The coefficient of each measure."""
        return _by_name(CoefficientFound, self._data["coefficients"])


class CountEstimate(View):
    """About how many packages there are."""

    __slots__ = ()

    @property
    def central(self) -> str:
        """The best estimate: digits."""
        return self._data["central"]  # type: ignore[no-any-return]

    @property
    def interval(self) -> Tuple[str, str]:
        """Its 95 % interval: digits."""
        return _pair(self._data["interval"])


class DealSpaceFound(View):
    """The deal space: what can be agreed, who would accept it, and what that hangs on.

    Values lie on each party's own scale, 0 to 1 as a rule, and every list of values follows `parties`.
    """

    __slots__ = ()

    @property
    def parties(self) -> Tuple[str, ...]:
        """The ids of the principals."""
        return _list(self._data["parties"])

    @property
    def outcomes(self) -> str:
        """How many packages can be put together, before any is ruled out: digits."""
        return self._data["outcomes"]  # type: ignore[no-any-return]

    @property
    def central(self) -> CentralFound:
        """The findings if every judgement is taken at its middle."""
        return CentralFound(self._data["central"])

    @property
    def zone_probability(self) -> Share:
        """The share of the worlds drawn in which a package is acceptable to all."""
        return _share(self._data["zone_probability"])

    @property
    def zone_not_known(self) -> Union[ZoneNotKnown, None]:
        """Worlds of which a limit on work leaves open whether they have a zone; `None` if there are none."""
        return _maybe(ZoneNotKnown, self._data["zone_not_known"])

    @property
    def blockers(self) -> BlockersDrawn:
        """What stands in the way, over the worlds drawn."""
        return BlockersDrawn(self._data["blockers"])

    @property
    def packages(self) -> Tuple[PackageAcceptance, ...]:
        """The leading packages, the most acceptable first."""
        return _each(PackageAcceptance, self._data["packages"])

    @property
    def drivers(self) -> Tuple[DriverShare, ...]:
        """On what the existence of a zone hangs, the largest share first; empty where it exists always or never."""
        return _each(DriverShare, self._data["drivers"])

    @property
    def packages_from(self) -> PackagesJudged:
        """Whether all packages were judged or the candidates that a search found."""
        return self._data["packages_from"]  # type: ignore[no-any-return]

    @property
    def at_stops_only(self) -> Tuple[str, ...]:
        """The ids of continuous issues on which packages are looked for at the stops only."""
        return _list(self._data["at_stops_only"])

    @property
    def packages_bound(self) -> float:
        """No package is acceptable to all in a larger share of the worlds, 0 to 1."""
        return self._data["packages_bound"]  # type: ignore[no-any-return]

    @property
    def comparisons_agree(self) -> Union[Share, None]:
        """How much of the weights that are possible agrees with the comparisons of packages. Missing where the case
        compares none.
        """
        return _maybe(_share, self._data.get("comparisons_agree"))

    @property
    def sobol(self) -> Union[SobolFound, None]:
        """What the answer hangs on, alone and together with others. Only with `--sobol`."""
        return _maybe(SobolFound, self._data.get("sobol"))


class DealsAnswer(View):
    """What `detente deals CASE --json` prints."""

    __slots__ = ()

    @property
    def case(self) -> CaseNamed:
        """The case."""
        return CaseNamed(self._data["case"])

    @property
    def seed(self) -> int:
        """The seed of the draws."""
        return self._data["seed"]  # type: ignore[no-any-return]

    @property
    def draws(self) -> int:
        """How many worlds were drawn."""
        return self._data["draws"]  # type: ignore[no-any-return]

    @property
    def deals(self) -> DealSpaceFound:
        """The deal space."""
        return DealSpaceFound(self._data["deals"])

    @property
    def record(self) -> Tuple[TrackRecord, ...]:
        """How well figures of these kinds have done where what happened is known."""
        return _each(TrackRecord, self._data["record"])

    @property
    def judged(self) -> Union[PackageJudged, None]:
        """The package that was asked about, judged. Only with `--package`."""
        return _maybe(PackageJudged, self._data.get("judged"))


class DelayBorne(View):
    """What delay is borne without anybody gaining by stopping."""

    __slots__ = ()

    @property
    def days(self) -> Union[int, None]:
        """In the central world: whole days, each delay up to it being borne; `None` if somebody gains by stopping as it
        is, or if any delay is borne.
        """
        return self._data["days"]  # type: ignore[no-any-return]

    @property
    def any(self) -> bool:
        """Whether any delay is borne in the central world."""
        return self._data["any"]  # type: ignore[no-any-return]

    @property
    def as_it_is(self) -> Share:
        """In which share of the worlds nobody gains by stopping as it is."""
        return _share(self._data["as_it_is"])

    @property
    def any_share(self) -> Share:
        """In which share of them any delay is borne."""
        return _share(self._data["any_share"])

    @property
    def over_worlds(self) -> Union[Spread, None]:
        """Days that are borne in the others of these worlds; `None` if there are none."""
        return _maybe(_spread, self._data["over_worlds"])


class DeliveryWatched(View):
    """Things of one kind that one party hands over to another."""

    __slots__ = ()

    @property
    def by(self) -> str:
        """Who hands over."""
        return self._data["by"]  # type: ignore[no-any-return]

    @property
    def to(self) -> Union[str, None]:
        """Who receives; `None` if the case does not say."""
        return self._data["to"]  # type: ignore[no-any-return]

    @property
    def what(self) -> str:
        """What, in words."""
        return self._data["what"]  # type: ignore[no-any-return]

    @property
    def unit(self) -> Union[str, None]:
        """What they are counted in; `None` if `what` says it."""
        return self._data["unit"]  # type: ignore[no-any-return]

    @property
    def commitments(self) -> Tuple[str, ...]:
        """The ids of the commitments."""
        return _list(self._data["commitments"])

    @property
    def promised(self) -> int:
        """How many were promised in all, as far as is known."""
        return self._data["promised"]  # type: ignore[no-any-return]

    @property
    def due(self) -> int:
        """How many of these should have been handed over by now."""
        return self._data["due"]  # type: ignore[no-any-return]

    @property
    def least(self) -> int:
        """How many were, by all accounts."""
        return self._data["least"]  # type: ignore[no-any-return]

    @property
    def most(self) -> int:
        """How many by the accounts that say most."""
        return self._data["most"]  # type: ignore[no-any-return]

    @property
    def by_day(self) -> Tuple[HandedOverOn, ...]:
        """What was handed over on each day on which something was, where accounts agree."""
        return _each(HandedOverOn, self._data["by_day"])


class DespiteUnknownFound(View):
    """What holds whatever is unknown about the preferences, if everyone takes it in one manner."""

    __slots__ = ()

    @property
    def drawn_to_it(self) -> bool:
        """Whether they move towards what they do not know to be better."""
        return self._data["drawn_to_it"]  # type: ignore[no-any-return]

    @property
    def held_back_by_it(self) -> bool:
        """Whether what they do not know to be worse holds them back."""
        return self._data["held_back_by_it"]  # type: ignore[no-any-return]

    @property
    def equilibria(self) -> Mapping[str, Tuple[int, ...]]:
        """The states that hold then, by sense."""
        return _by_name(_list, self._data["equilibria"])


class DeviationsEnd(View):
    """Profiles that changes do not leave again."""

    __slots__ = ()

    @property
    def profiles(self) -> Tuple[int, ...]:
        """The profiles, by place from 0: one if it is an equilibrium, several if changes go round for ever."""
        return _list(self._data["profiles"])

    @property
    def basin(self) -> float:
        """The share of profiles from which changes can lead here."""
        return self._data["basin"]  # type: ignore[no-any-return]


class DeviationsOfWays(View):
    """The deviation graph."""

    __slots__ = ()

    @property
    def profiles(self) -> Tuple[Tuple[str, str], ...]:
        """What two can follow, whoever follows which."""
        return _pairs(self._data["profiles"])

    @property
    def to(self) -> Tuple[Tuple[int, ...], ...]:
        """From each profile, by place from 0, where the change leads by which the one who changes gains most; several
        where they tie, none in equilibrium.
        """
        return _each(_list, self._data["to"])

    @property
    def ends(self) -> Tuple[DeviationsEnd, ...]:
        """Where such changes end."""
        return _each(DeviationsEnd, self._data["ends"])


class DistanceToFrontier(View):
    """How far a package lies from a frontier, in the central world."""

    __slots__ = ()

    @property
    def all_could_gain(self) -> Union[float, None]:
        """By how much all principals could gain at once, each on its own scale; 0 on the frontier. `None` where no
        package that counts is as good for all, and where a limit on work was met.
        """
        return self._data["all_could_gain"]  # type: ignore[no-any-return]

    @property
    def all_could_gain_at_most(self) -> Union[float, None]:
        """No package lets all gain more than this: equal to `all_could_gain` when that is proven. `None` as that is.
        """
        return self._data["all_could_gain_at_most"]  # type: ignore[no-any-return]

    @property
    def on_frontier(self) -> Union[bool, None]:
        """Whether no package that counts betters it. `None` where that is not known."""
        return self._data["on_frontier"]  # type: ignore[no-any-return]

    @property
    def better(self) -> Union[PackageOptions, None]:
        """A package that betters it: worth as much to every principal and more to one. `None` where none is known.
        """
        return self._data["better"]  # type: ignore[no-any-return]


class DossierFound(View):
    """What one dossier comes to."""

    __slots__ = ()

    @property
    def name(self) -> str:
        """What it is called."""
        return self._data["name"]  # type: ignore[no-any-return]

    @property
    def proposal(self) -> Union[str, None]:
        """What it belongs to, with others; `None` if the table does not say."""
        return self._data["proposal"]  # type: ignore[no-any-return]

    @property
    def issues(self) -> Tuple[str, ...]:
        """What the issues are called."""
        return _list(self._data["issues"])

    @property
    def scales(self) -> Tuple[Tuple[float, float], ...]:
        """From which number to which each scale goes."""
        return _pairs(self._data["scales"])

    @property
    def actors(self) -> Tuple[ActorStands, ...]:
        """Who decides."""
        return _each(ActorStands, self._data["actors"])

    @property
    def rule(self) -> Union[str, None]:
        """The rule of decision in the words of the table; `None` if it does not say."""
        return self._data["rule"]  # type: ignore[no-any-return]

    @property
    def predictions(self) -> Tuple[PredictionFound, ...]:
        """What will be decided on each issue."""
        return _each(PredictionFound, self._data["predictions"])

    @property
    def models(self) -> Tuple[ModelSays, ...]:
        """What each model says, the simplest first."""
        return _each(ModelSays, self._data["models"])

    @property
    def votes(self) -> Tuple[CarriedByVote, ...]:
        """What could be carried on each issue, with capability as the weight of votes."""
        return _each(CarriedByVote, self._data["votes"])

    @property
    def packages(self) -> Tuple[PackagesByVote, ...]:
        """Of several issues, each rule by what becomes of whole packages: those that somebody wants, set beside each
        other. Empty for one issue, or with more than 200 actors.
        """
        return _each(PackagesByVote, self._data["packages"])

    @property
    def left_out(self) -> Tuple[str, ...]:
        """Actors that have no say in it, with why."""
        return _list(self._data["left_out"])


class DriverShare(View):
    """How much of the answer hangs on an input."""

    __slots__ = ()

    @property
    def input(self) -> str:
        """The input, by its path in the case file."""
        return self._data["input"]  # type: ignore[no-any-return]

    @property
    def name(self) -> str:
        """The same in words."""
        return self._data["name"]  # type: ignore[no-any-return]

    @property
    def share(self) -> float:
        """The share, 0 to 1, of the variance of whether there is a zone that goes with this input alone."""
        return self._data["share"]  # type: ignore[no-any-return]

    @property
    def interval(self) -> Tuple[float, float]:
        """The 95 % interval that the number of draws leaves the share; inputs for which it holds 0 are left out."""
        return _pair(self._data["interval"])


class DurabilityAnswer(View):
    """What `detente durability CASE --json` prints."""

    __slots__ = ()

    @property
    def case(self) -> CaseNamed:
        """The case."""
        return CaseNamed(self._data["case"])

    @property
    def seed(self) -> int:
        """The seed of the draws."""
        return self._data["seed"]  # type: ignore[no-any-return]

    @property
    def draws(self) -> int:
        """How many worlds were drawn."""
        return self._data["draws"]  # type: ignore[no-any-return]

    @property
    def durability(self) -> DurabilityFound:
        """How long the packages would last."""
        return DurabilityFound(self._data["durability"])

    @property
    def record(self) -> Tuple[TrackRecord, ...]:
        """How well figures of these kinds have done where what happened is known."""
        return _each(TrackRecord, self._data["record"])


class DurabilityFound(View):
    """How long packages would last, from how long agreements lasted here and elsewhere and from what the packages
    contain.
    """

    __slots__ = ()

    @property
    def packages(self) -> Tuple[PackageSurvives, ...]:
        """The packages, in the order in which they were asked about: the leading ones, or the one named."""
        return _each(PackageSurvives, self._data["packages"])

    @property
    def baseline(self) -> BaselineRests:
        """What the baseline rests on: a judgement, a class of agreements elsewhere, the record of this conflict."""
        return BaselineRests(self._data["baseline"])

    @property
    def findings(self) -> Tuple[PublishedFinding, ...]:
        """The published findings on which any of it rests, in the order of their ids."""
        return _each(PublishedFinding, self._data["findings"])

    @property
    def headline(self) -> Tuple[str, ...]:
        """The verdict in sentences, most important first."""
        return _list(self._data["headline"])


class EarlierAgreement(View):
    """How an earlier agreement of this conflict went, in days from its beginning."""

    __slots__ = ()

    @property
    def name(self) -> str:
        """Its name."""
        return self._data["name"]  # type: ignore[no-any-return]

    @property
    def held(self) -> float:
        """It held at least so long."""
        return self._data["held"]  # type: ignore[no-any-return]

    @property
    def broken_by(self) -> Union[float, None]:
        """By then it had broken: the same day where that is known; `None` if it did not break."""
        return self._data["broken_by"]  # type: ignore[no-any-return]


class EffectFound(View):
    """What one difference does."""

    __slots__ = ()

    @property
    def figures(self) -> Tuple[FigureCompared, ...]:
        """To the figures; empty where there is no such case."""
        return _each(FigureCompared, self._data["figures"])

    @property
    def words(self) -> Tuple[WordsCompared, ...]:
        """To what is said in words; empty where there is no such case."""
        return _each(WordsCompared, self._data["words"])

    @property
    def no_case(self) -> Union[str, None]:
        """Why there is no such case: it would have this fault. `None` where there is."""
        return self._data["no_case"]  # type: ignore[no-any-return]


class EngineRefusal(View):
    """Something that an engine refuses: figures that are sound one by one and make no sense together."""

    __slots__ = ()

    @property
    def line(self) -> Union[int, None]:
        """The line on which the table begins that it is about, counted from 1; `None` if that is not known."""
        return self._data["line"]  # type: ignore[no-any-return]

    @property
    def message(self) -> str:
        """The table and what is wrong with it, in a sentence."""
        return self._data["message"]  # type: ignore[no-any-return]


class EnvelopeOn(View):
    """The envelope on one day of the pledge."""

    __slots__ = ()

    @property
    def day(self) -> float:
        """The day."""
        return self._data["day"]  # type: ignore[no-any-return]

    @property
    def held(self) -> Union[Mapping[str, float], None]:
        """The fewest of each lot that must still be to come, in fractions; `None` if all are not enough."""
        return self._data["held"]  # type: ignore[no-any-return]


class EnvelopeVaried(View):
    """The envelope of one side's lots, all together, for one pledge and one guarantee on the other side."""

    __slots__ = ()

    @property
    def pledge_days(self) -> float:
        """For how many days calm is pledged."""
        return self._data["pledge_days"]  # type: ignore[no-any-return]

    @property
    def party(self) -> str:
        """The id of the party that the guarantee binds: the one that a pause costs more."""
        return self._data["party"]  # type: ignore[no-any-return]

    @property
    def guarantee(self) -> float:
        """What a breach would cost it."""
        return self._data["guarantee"]  # type: ignore[no-any-return]

    @property
    def held_by(self) -> str:
        """The id of the party that holds the lots back."""
        return self._data["held_by"]  # type: ignore[no-any-return]

    @property
    def held(self) -> Tuple[HeldOn, ...]:
        """The fewest of them still held, day by day."""
        return _each(HeldOn, self._data["held"])


class EquilibriumOfWays(View):
    """A symmetric equilibrium."""

    __slots__ = ()

    @property
    def mix(self) -> Mapping[str, float]:
        """The shares of the ways that are played."""
        return self._data["mix"]  # type: ignore[no-any-return]

    @property
    def value(self) -> float:
        """The advantage of everybody."""
        return self._data["value"]  # type: ignore[no-any-return]


class EvidenceColumnFound(View):
    """A piece of evidence."""

    __slots__ = ()

    @property
    def claims(self) -> Tuple[int, ...]:
        """The claims in it: those of one origin."""
        return _list(self._data["claims"])

    @property
    def diagnosticity(self) -> float:
        """The largest |ln LR| in it: 0 tells nothing about any hypothesis."""
        return self._data["diagnosticity"]  # type: ignore[no-any-return]


class ExchangeAnswer(View):
    """What `detente exchange CASE --json` prints."""

    __slots__ = ()

    @property
    def case(self) -> CaseNamed:
        """The case."""
        return CaseNamed(self._data["case"])

    @property
    def seed(self) -> int:
        """The seed of the draws."""
        return self._data["seed"]  # type: ignore[no-any-return]

    @property
    def draws(self) -> int:
        """How many worlds were drawn."""
        return self._data["draws"]  # type: ignore[no-any-return]

    @property
    def exchange(self) -> ExchangeFound:
        """The exchange."""
        return ExchangeFound(self._data["exchange"])


class ExchangeFound(View):
    """Would it hold? The exchange that one package would set in motion: planned in the central world, tried over the
    draws.

    Sides go by the ids of their parties, lots by their names. Days are counted from the beginning of the pledge.
    Guarantees, slack and gains lie on the own scale of the side concerned, in the unit in which the case states
    worths.
    """

    __slots__ = ()

    @property
    def outcome(self) -> PackageOptions:
        """The package."""
        return self._data["outcome"]  # type: ignore[no-any-return]

    @property
    def package(self) -> Union[str, None]:
        """Its letter among the leading packages; `None` if it has none."""
        return self._data["package"]  # type: ignore[no-any-return]

    @property
    def headline(self) -> Tuple[str, ...]:
        """The verdict in sentences, most important first."""
        return _list(self._data["headline"])

    @property
    def pledge_days(self) -> float:
        """For how many days calm is pledged."""
        return self._data["pledge_days"]  # type: ignore[no-any-return]

    @property
    def guarantee(self) -> Mapping[str, float]:
        """What a breach costs each side."""
        return self._data["guarantee"]  # type: ignore[no-any-return]

    @property
    def self_enforcing(self) -> bool:
        """Whether some schedule holds itself in the central world."""
        return self._data["self_enforcing"]  # type: ignore[no-any-return]

    @property
    def complete_on_day(self) -> Union[float, None]:
        """The day on which the fastest such schedule is complete; `None` if there is none."""
        return self._data["complete_on_day"]  # type: ignore[no-any-return]

    @property
    def guarantee_needed(self) -> Mapping[str, Union[float, None]]:
        """The guarantee needed on each side, the other's being as it is; `None` if none on that side alone is enough.
        """
        return _by_name(lambda one: one, self._data["guarantee_needed"])

    @property
    def guarantee_at_least(self) -> Mapping[str, Union[float, None]]:
        """The least guarantee on each side, however strongly the other is bound; `None` if none is enough."""
        return _by_name(lambda one: one, self._data["guarantee_at_least"])

    @property
    def guarantee_together(self) -> Union[Mapping[str, float], None]:
        """A pair of guarantees that is enough together where neither side's is alone; `None` otherwise."""
        return self._data["guarantee_together"]  # type: ignore[no-any-return]

    @property
    def longest_pledge_days(self) -> Union[float, None]:
        """The longest pledge that the guarantees there are can hold, in days; `None` if no length works."""
        return self._data["longest_pledge_days"]  # type: ignore[no-any-return]

    @property
    def longest_pledge(self) -> LongestPledgeFound:
        """The same with what kind of figure it is."""
        return LongestPledgeFound(self._data["longest_pledge"])

    @property
    def longest_pledge_of_each(self) -> Mapping[str, LongestPledgeFound]:
        """The longest pledge that each side can be held to, the other being bound without limit."""
        return _by_name(LongestPledgeFound, self._data["longest_pledge_of_each"])

    @property
    def envelope(self) -> Tuple[EnvelopeOn, ...]:
        """The fewest that must still be to come, day by day."""
        return _each(EnvelopeOn, self._data["envelope"])

    @property
    def envelopes(self) -> Tuple[EnvelopeVaried, ...]:
        """The envelope of one side's lots for several pledges and guarantees."""
        return _each(EnvelopeVaried, self._data["envelopes"])

    @property
    def schedule(self) -> Tuple[HandoverOf, ...]:
        """The fastest schedule that holds itself, handover by handover; empty if there is none."""
        return _each(HandoverOf, self._data["schedule"])

    @property
    def rounds(self) -> Union[Tuple[RoundFound, ...], None]:
        """Its rounds; `None` if there is none."""
        return _maybe(lambda one: _each(RoundFound, one), self._data["rounds"])

    @property
    def proof(self) -> Union[FastestProof, None]:
        """What is proven of its speed; `None` if there is none."""
        return _maybe(FastestProof, self._data["proof"])

    @property
    def weakest_step(self) -> Union[MomentFound, None]:
        """The moment at which it holds least; `None` if there is none."""
        return _maybe(MomentFound, self._data["weakest_step"])

    @property
    def obstacle(self) -> Union[ObstacleFound, None]:
        """Why no schedule holds itself; `None` if one does."""
        return _maybe(ObstacleFound, self._data["obstacle"])

    @property
    def self_enforcing_probability(self) -> Share:
        """In which share of the worlds some schedule holds itself."""
        return _share(self._data["self_enforcing_probability"])

    @property
    def schedule_probability(self) -> Union[Share, None]:
        """In which share this schedule does; `None` if there is none."""
        return _maybe(_share, self._data["schedule_probability"])

    @property
    def fails_at(self) -> Tuple[FailsAt, ...]:
        """Where this schedule fails first, the most frequent first."""
        return _each(FailsAt, self._data["fails_at"])

    @property
    def over_draws(self) -> ExchangeOverDraws:
        """The figures over the draws."""
        return ExchangeOverDraws(self._data["over_draws"])

    @property
    def steadiest(self) -> Union[SteadiestFound, None]:
        """Of the schedules planned for other worlds the one that holds itself most often; `None` if none does so more
        often than the one planned for the central world.
        """
        return _maybe(SteadiestFound, self._data["steadiest"])

    @property
    def last_handovers(self) -> Tuple[LastHandoverFound, ...]:
        """What each side's last handover takes in the planned schedule."""
        return _each(LastHandoverFound, self._data["last_handovers"])

    @property
    def rates(self) -> Tuple[GuaranteeRates, ...]:
        """What one unit of guarantee on each side is worth on the first day."""
        return _each(GuaranteeRates, self._data["rates"])

    @property
    def proposed(self) -> Tuple[ProposedFound, ...]:
        """The schedules that the case proposes, in its order."""
        return _each(ProposedFound, self._data["proposed"])

    @property
    def remedies(self) -> Tuple[RemedyFound, ...]:
        """What would mend the exchange, priced."""
        return _each(RemedyFound, self._data["remedies"])

    @property
    def shapes(self) -> Tuple[ShapeFound, ...]:
        """The best schedule of every shape and order."""
        return _each(ShapeFound, self._data["shapes"])

    @property
    def gain_by_rounds(self) -> Tuple[GainByRounds, ...]:
        """The most that either side could gain by stopping, by the number of equal rounds over the pledge."""
        return _each(GainByRounds, self._data["gain_by_rounds"])

    @property
    def extension(self) -> Union[ExtensionFound, None]:
        """How far the rule of extension carries once the pledge has run its course; `None` if the case has none."""
        return _maybe(ExtensionFound, self._data["extension"])

    @property
    def learned(self) -> Union[LearnedFromSteps, None]:
        """What the steps that were observed tell; `None` if the case states none."""
        return _maybe(LearnedFromSteps, self._data["learned"])


class ExchangeOverDraws(View):
    """The figures of the exchange over the draws."""

    __slots__ = ()

    @property
    def complete_on_day(self) -> Union[SpreadKnown, None]:
        """The day on which the fastest schedule of a world is complete; `None` if no world has one."""
        return _maybe(_spread_known, self._data["complete_on_day"])

    @property
    def held_after_first(self) -> Mapping[str, Union[SpreadKnown, None]]:
        """How many of each side's lots it still holds after the first handover of that schedule; `None` if no world has
        one.
        """
        return _by_name(lambda one: _maybe(_spread_known, one), self._data["held_after_first"])

    @property
    def guarantee_needed(self) -> Mapping[str, Union[SpreadKnown, None]]:
        """The guarantee needed on each side; `None` if in no world one on that side alone is enough."""
        return _by_name(lambda one: _maybe(_spread_known, one), self._data["guarantee_needed"])

    @property
    def longest_pledge_days(self) -> Union[SpreadKnown, None]:
        """The longest pledge in days; `None` if in no world any length works."""
        return _maybe(_spread_known, self._data["longest_pledge_days"])

    @property
    def weakest_slack(self) -> Mapping[str, Union[SpreadKnown, None]]:
        """The least slack of the schedule planned in the central world, by side; `None` if there is none."""
        return _by_name(lambda one: _maybe(_spread_known, one), self._data["weakest_slack"])

    @property
    def trust_needed(self) -> Mapping[str, Union[SpreadKnown, None]]:
        """The trust, 0 to 1, that each side's last handover in that schedule takes; `None` if there is none, or no trust
        is enough in any world.
        """
        return _by_name(lambda one: _maybe(_spread_known, one), self._data["trust_needed"])

    @property
    def no_trust_enough(self) -> Mapping[str, int]:
        """In how many worlds no trust is enough for it."""
        return self._data["no_trust_enough"]  # type: ignore[no-any-return]


class ExchangeWatched(View):
    """The exchange from the day that is looked at: what is still to come goes as it was promised, what should have come
    by now goes on the next day.
    """

    __slots__ = ()

    @property
    def days_since(self) -> float:
        """Days since the pledge began; below zero before."""
        return self._data["days_since"]  # type: ignore[no-any-return]

    @property
    def pledge_days_left(self) -> float:
        """Days that are left of the pledge, in the central world."""
        return self._data["pledge_days_left"]  # type: ignore[no-any-return]

    @property
    def still_to_come(self) -> Tuple[StillToCome, ...]:
        """What is still to come, by day, in order."""
        return _each(StillToCome, self._data["still_to_come"])

    @property
    def gain_now(self) -> Mapping[str, float]:
        """For each side by how much it gains by going on now in the central world, on its own scale; below zero it gains
        that much by stopping.
        """
        return self._data["gain_now"]  # type: ignore[no-any-return]

    @property
    def goes_on_now(self) -> Mapping[str, Share]:
        """In which share of the worlds each side gains by going on now, or loses nothing."""
        return _by_name(_share, self._data["goes_on_now"])

    @property
    def to_the_end(self) -> Share:
        """In which share nobody gains by stopping to the end."""
        return _share(self._data["to_the_end"])

    @property
    def stops(self) -> Tuple[StopsAt, ...]:
        """Where somebody would first gain by stopping, most frequent first."""
        return _each(StopsAt, self._data["stops"])

    @property
    def delay(self) -> DelayBorne:
        """The largest delay of all that is still to come that is borne."""
        return DelayBorne(self._data["delay"])

    @property
    def planned_anew(self) -> Tuple[StillToCome, ...]:
        """The exchange planned anew from here in the central world: the fastest schedule of all that is left under which
        nobody gains by stopping; empty if there is none, or if the pledge has run out.
        """
        return _each(StillToCome, self._data["planned_anew"])

    @property
    def obstacle(self) -> Union[str, None]:
        """Why there is none, in a sentence; `None` if there is one, or if the pledge has run out."""
        return self._data["obstacle"]  # type: ignore[no-any-return]

    @property
    def some_schedule(self) -> Union[Share, None]:
        """In which share of the worlds some schedule from here on would hold itself; `None` if the pledge has run out.
        """
        return _maybe(_share, self._data["some_schedule"])


class ExtensionEnds(View):
    """Why extensions end. What does not belong to its `kind` is `None`."""

    __slots__ = ()

    @property
    def kind(self) -> Literal["too_few_left", "nothing_in_return", "would_not_gain", "limit"]:
        """`too_few_left`: Fewer people are left of the lots named than one extension takes. `nothing_in_return`: Fewer
        are left of what goes in return. `would_not_gain`: A side would not gain by another one. `limit`: No more days
        may be added.
        """
        return self._data["kind"]  # type: ignore[no-any-return]

    @property
    def left(self) -> Union[int, None]:
        """How many are left."""
        return self._data.get("left")

    @property
    def party(self) -> Union[str, None]:
        """The id of the party."""
        return self._data.get("party")

    @property
    def short_by(self) -> Union[float, None]:
        """By how much it would lose, on its own scale."""
        return self._data.get("short_by")


class ExtensionFound(View):
    """How far the rule of extension carries."""

    __slots__ = ()

    @property
    def ends_on_day(self) -> float:
        """The day on which calm ends."""
        return self._data["ends_on_day"]  # type: ignore[no-any-return]

    @property
    def because(self) -> ExtensionEnds:
        """Why it goes no further."""
        return ExtensionEnds(self._data["because"])

    @property
    def tranches(self) -> Tuple[TrancheFound, ...]:
        """The extensions, in their order."""
        return _each(TrancheFound, self._data["tranches"])


class ExtractAnswer(View):
    """What `detente brief CASE --extract --json` prints: the account of an extract, for whoever hands it over. The
    extract itself is not part of it, so that the one is not handed over with the other; `--html FILE` writes it.
    """

    __slots__ = ()

    @property
    def case(self) -> CaseNamed:
        """The case."""
        return CaseNamed(self._data["case"])

    @property
    def seed(self) -> int:
        """The seed of the draws."""
        return self._data["seed"]  # type: ignore[no-any-return]

    @property
    def draws(self) -> int:
        """How many worlds were drawn for the extract."""
        return self._data["draws"]  # type: ignore[no-any-return]

    @property
    def sections(self) -> Tuple[str, ...]:
        """The ids of the sections that it shows, in reading order."""
        return _list(self._data["sections"])

    @property
    def without_parties(self) -> Tuple[str, ...]:
        """The ids of the parties that it leaves out."""
        return _list(self._data["without_parties"])

    @property
    def left_out(self) -> int:
        """How many sections, paragraphs, rows, columns, lines and plots of the brief it leaves out."""
        return self._data["left_out"]  # type: ignore[no-any-return]

    @property
    def not_given(self) -> Tuple[SectionNotGiven, ...]:
        """The sections that were asked for and of which nothing is left, with why."""
        return _each(SectionNotGiven, self._data["not_given"])

    @property
    def figures_that_stay(self) -> int:
        """How many figures and red lines on options of the case stay in it."""
        return self._data["figures_that_stay"]  # type: ignore[no-any-return]

    @property
    def figures_kept(self) -> int:
        """How many of them are left out and not given away, as far as this can be seen."""
        return self._data["figures_kept"]  # type: ignore[no-any-return]

    @property
    def gives_away(self) -> Tuple[FigureGivenAway, ...]:
        """The figures and red lines that are left out and given away all the same: first those of parties that are left
        out, and of those the surest first.
        """
        return _each(FigureGivenAway, self._data["gives_away"])

    @property
    def not_judged(self) -> Tuple[str, ...]:
        """Paths of figures for which it could not be judged: at an end of their range the case has no answer."""
        return _list(self._data["not_judged"])

    @property
    def judged_over(self) -> int:
        """Over how many draws it was judged what the extract gives away."""
        return self._data["judged_over"]  # type: ignore[no-any-return]


class FailsAt(View):
    """A moment at which a schedule fails first in some worlds."""

    __slots__ = ()

    @property
    def day(self) -> float:
        """The day."""
        return self._data["day"]  # type: ignore[no-any-return]

    @property
    def round(self) -> int:
        """The round after which, or in which, it fails; 0 before the first."""
        return self._data["round"]  # type: ignore[no-any-return]

    @property
    def phase(self) -> MomentPhase:
        """Where in the round."""
        return self._data["phase"]  # type: ignore[no-any-return]

    @property
    def party(self) -> str:
        """The id of the party that would gain by stopping."""
        return self._data["party"]  # type: ignore[no-any-return]

    @property
    def share(self) -> Share:
        """In which share of the worlds this is the first failure."""
        return _share(self._data["share"])

    @property
    def gain(self) -> SpreadKnown:
        """What the party would gain by stopping, in these worlds."""
        return _spread_known(self._data["gain"])


class FastestProof(View):
    """What is proven of the speed of a schedule."""

    __slots__ = ()

    @property
    def fastest(self) -> bool:
        """Whether nothing that respects the terms is complete sooner."""
        return self._data["fastest"]  # type: ignore[no-any-return]

    @property
    def not_before(self) -> float:
        """The earliest day on which any schedule could be complete."""
        return self._data["not_before"]  # type: ignore[no-any-return]


class FigureCompared(View):
    """A figure in two cases."""

    __slots__ = ()

    @property
    def figure(self) -> str:
        """Which figure: `zone` (a deal exists), `margin` (in the central world), `margin_over_worlds` (its mean over the
        worlds in which both cases have one), `opening_cost` (of the cheapest opening of a closed zone),
        `best.acceptable`, `best.enforceable`, `best.durable` (the median over the worlds) and `best.all_three` of the
        package of each case that does best on all tests (or leads, where there is nothing to test; in a case without
        issues, of its exchange alone, under some schedule), `propositions.` and the id of an open question (it is
        true).
        """
        return self._data["figure"]  # type: ignore[no-any-return]

    @property
    def name(self) -> str:
        """The same in words."""
        return self._data["name"]  # type: ignore[no-any-return]

    @property
    def before(self) -> Union[float, None]:
        """In the first case; `None` where it has no such figure."""
        return self._data["before"]  # type: ignore[no-any-return]

    @property
    def after(self) -> Union[float, None]:
        """In the second case; `None` where it has no such figure."""
        return self._data["after"]  # type: ignore[no-any-return]

    @property
    def difference(self) -> Union[float, None]:
        """The second less the first; `None` where one of them is."""
        return self._data["difference"]  # type: ignore[no-any-return]

    @property
    def interval(self) -> Union[Tuple[float, float], None]:
        """The 95 % interval of the difference, from the differences world by world in the same draws. `None` for figures
        of the central world, and where one case has no such figure.
        """
        return _maybe(_pair, self._data["interval"])

    @property
    def worlds(self) -> Union[int, None]:
        """Over how many worlds; `None` as `interval` is."""
        return self._data["worlds"]  # type: ignore[no-any-return]


class FigureGivenAway(View):
    """A figure or a red line on options that an extract leaves out and gives away."""

    __slots__ = ()

    @property
    def path(self) -> str:
        """Its path in the case file."""
        return self._data["path"]  # type: ignore[no-any-return]

    @property
    def name(self) -> str:
        """What it is, in words."""
        return self._data["name"]  # type: ignore[no-any-return]

    @property
    def of_party_left_out(self) -> bool:
        """Whether it belongs to a party that is left out."""
        return self._data["of_party_left_out"]  # type: ignore[no-any-return]

    @property
    def red_line(self) -> bool:
        """Whether it is a red line on options, which has no range: what is shown is then as it is, and without it.
        """
        return self._data["red_line"]  # type: ignore[no-any-return]

    @property
    def how(self) -> GivenAwayHow:
        """How it is given away."""
        return self._data["how"]  # type: ignore[no-any-return]

    @property
    def left_open(self) -> float:
        """The share of its range that stays open to whoever has the extract and knows the ranges of all that is left
        out: 1 if nothing is learned of it, near 0 if it can be worked out. On a linear account.
        """
        return self._data["left_open"]  # type: ignore[no-any-return]

    @property
    def through(self) -> Tuple[GivenAwayThrough, ...]:
        """Through what, the most telling first; at most three."""
        return _each(GivenAwayThrough, self._data["through"])

    @property
    def sentence(self) -> str:
        """All of it in a sentence."""
        return self._data["sentence"]  # type: ignore[no-any-return]


class FigureNarrowed(View):
    """What is left of the range of a figure."""

    __slots__ = ()

    @property
    def figure(self) -> str:
        """The figure, by its path in the case file."""
        return self._data["figure"]  # type: ignore[no-any-return]

    @property
    def before(self) -> Tuple[float, float]:
        """The range that the case states."""
        return _pair(self._data["before"])

    @property
    def after(self) -> Tuple[float, float]:
        """The part of it that explains the steps."""
        return _pair(self._data["after"])


class FiguresByGround(View):
    """How many figures of a case rest on what."""

    __slots__ = ()

    @property
    def cited(self) -> int:
        """Figures that stand as a source has them."""
        return self._data["cited"]  # type: ignore[no-any-return]

    @property
    def estimated(self) -> int:
        """Ranges put around what a source reports: the matter is cited, the figure is a judgement."""
        return self._data["estimated"]  # type: ignore[no-any-return]

    @property
    def judged(self) -> int:
        """Figures that cite nothing: somebody's judgement."""
        return self._data["judged"]  # type: ignore[no-any-return]


class FilesAbsent(View):
    """Files of a case that are not here."""

    __slots__ = ()

    @property
    def files(self) -> Tuple[str, ...]:
        """The names under which they are included."""
        return _list(self._data["files"])

    @property
    def left_out(self) -> Tuple[str, ...]:
        """What of the files that are here cannot stand without them, and is left out, by path."""
        return _list(self._data["left_out"])

    @property
    def falls_away(self) -> Tuple[str, ...]:
        """Which questions have no answer without that, in words for a sentence."""
        return _list(self._data["falls_away"])


class FindingLater(View):
    """What a finding turns into from a later day on."""

    __slots__ = ()

    @property
    def from_day(self) -> float:
        """The day, counted from the signing."""
        return self._data["from_day"]  # type: ignore[no-any-return]

    @property
    def hazard_ratio(self) -> Spread:
        """The hazard ratio that is reckoned with from then on."""
        return _spread(self._data["hazard_ratio"])


class FindingsAnswer(View):
    """What `detente durability --findings --json` prints. No case is needed for it."""

    __slots__ = ()

    @property
    def findings(self) -> Tuple[CatalogueFinding, ...]:
        """The findings, in the order of their ids."""
        return _each(CatalogueFinding, self._data["findings"])


class FitFound(View):
    """A fit."""

    __slots__ = ()

    @property
    def to(self) -> str:
        """To what: `pooled`, or the file."""
        return self._data["to"]  # type: ignore[no-any-return]

    @property
    def settlements(self) -> int:
        """How many settlements."""
        return self._data["settlements"]  # type: ignore[no-any-return]

    @property
    def coefficients(self) -> Mapping[str, CoefficientFound]:
        """The coefficient of each measure."""
        return _by_name(CoefficientFound, self._data["coefficients"])

    @property
    def covariance(self) -> Tuple[float, ...]:
        """The lower triangle of the covariance, row by row, in the order of the coefficients."""
        return _list(self._data["covariance"])


class FittedAnew(View):
    """Coefficients fitted on the tables given."""

    __slots__ = ()

    @property
    def folds(self) -> int:
        """Into how many folds each table was dealt for the scores that are held out."""
        return self._data["folds"]  # type: ignore[no-any-return]

    @property
    def seed(self) -> int:
        """From which seed."""
        return self._data["seed"]  # type: ignore[no-any-return]

    @property
    def fits(self) -> Tuple[FitFound, ...]:
        """To all tables as one, and then to each."""
        return _each(FitFound, self._data["fits"])


class ForecastScored(View):
    """A forecast that came due."""

    __slots__ = ()

    @property
    def id(self) -> str:
        """Its id."""
        return self._data["id"]  # type: ignore[no-any-return]

    @property
    def probability(self) -> float:
        """What it said, 0 to 1."""
        return self._data["probability"]  # type: ignore[no-any-return]

    @property
    def outcome(self) -> bool:
        """Whether it came about."""
        return self._data["outcome"]  # type: ignore[no-any-return]

    @property
    def brier(self) -> float:
        """Its Brier score: 0 perfect, 1 worst."""
        return self._data["brier"]  # type: ignore[no-any-return]

    @property
    def logarithmic(self) -> Union[float, None]:
        """Its logarithmic score, natural logarithm: 0 perfect. `None` for a certainty that failed, whose score is
        infinite.
        """
        return self._data["logarithmic"]  # type: ignore[no-any-return]


class ForecastScores(View):
    """Mean scores of several forecasts."""

    __slots__ = ()

    @property
    def count(self) -> int:
        """How many forecasts."""
        return self._data["count"]  # type: ignore[no-any-return]

    @property
    def brier(self) -> float:
        """Their mean Brier score: 0 perfect, 1 worst."""
        return self._data["brier"]  # type: ignore[no-any-return]

    @property
    def logarithmic(self) -> Union[float, None]:
        """Their mean logarithmic score, natural logarithm: 0 perfect. `None` if a certainty failed."""
        return self._data["logarithmic"]  # type: ignore[no-any-return]


class ForecastsFound(View):
    """The forecasts of a case against what came about."""

    __slots__ = ()

    @property
    def scored(self) -> Tuple[ForecastScored, ...]:
        """Forecasts with an outcome, in the order of the case."""
        return _each(ForecastScored, self._data["scored"])

    @property
    def overdue(self) -> Tuple[str, ...]:
        """The ids of those that are due and have no outcome yet."""
        return _list(self._data["overdue"])

    @property
    def open(self) -> Tuple[str, ...]:
        """The ids of those that are still running."""
        return _list(self._data["open"])

    @property
    def scores(self) -> Union[ForecastScores, None]:
        """The mean scores; `None` when nothing is scored."""
        return _maybe(ForecastScores, self._data["scores"])

    @property
    def base_rate(self) -> Union[ForecastScores, None]:
        """The scores of whoever says the base rate; `None` when nothing is scored."""
        return _maybe(ForecastScores, self._data["base_rate"])

    @property
    def skill(self) -> Union[float, None]:
        """1 − Brier score / Brier score of the base rate: above 0, better than the base rate. `None` when the base rate
        is perfect.
        """
        return self._data["skill"]  # type: ignore[no-any-return]

    @property
    def calibration(self) -> Tuple[CalibrationFound, ...]:
        """Forecasts of about the same probability, in bins of a tenth that hold at least one."""
        return _each(CalibrationFound, self._data["calibration"])

    @property
    def reliability(self) -> float:
        """Murphy's reliability (1973): 0 when forecasts come about as often as they say."""
        return self._data["reliability"]  # type: ignore[no-any-return]

    @property
    def resolution(self) -> float:
        """Murphy's resolution: how far the bins differ from the overall share."""
        return self._data["resolution"]  # type: ignore[no-any-return]

    @property
    def uncertainty(self) -> float:
        """Murphy's uncertainty: the variance of the outcomes."""
        return self._data["uncertainty"]  # type: ignore[no-any-return]


class FrontierLine(View):
    """A straight line of a frontier, the best for the first principal first. Its ends differ on continuous issues only.

    Where issues can be settled at any number, the frontier runs on between the points listed, which lie at the stops.
    Every package on a line has values on the straight line between the values of the ends, and none betters it. A
    single package between stops is a line whose ends are the same. Lines and points together are the whole frontier,
    up to packages of the same values. With three principals or more and two continuous issues or more it has faces as
    well; then, or where the frontier itself is not listed or known to within a tolerance only, no lines are listed.
    """

    __slots__ = ()

    @property
    def from_(self) -> FrontierLineEnd:
        """Where it begins."""
        return FrontierLineEnd(self._data["from"])

    @property
    def to(self) -> FrontierLineEnd:
        """Where it ends."""
        return FrontierLineEnd(self._data["to"])


class FrontierLineEnd(View):
    """An end of a line."""

    __slots__ = ()

    @property
    def outcome(self) -> PackageOptions:
        """The package there, its numbers included."""
        return self._data["outcome"]  # type: ignore[no-any-return]

    @property
    def values(self) -> Tuple[float, ...]:
        """What it is worth to each principal."""
        return _list(self._data["values"])

    @property
    def on_frontier(self) -> bool:
        """Whether the end itself is on the frontier. If not, all of the line but this end is: the line comes up to these
        values, and something just there is worth as much to some and more to others.
        """
        return self._data["on_frontier"]  # type: ignore[no-any-return]


class FrontierPointFound(View):
    """A point of a frontier: values that nothing betters for everyone, with a package that has them."""

    __slots__ = ()

    @property
    def outcome(self) -> PackageOptions:
        """A package with these values."""
        return self._data["outcome"]  # type: ignore[no-any-return]

    @property
    def values(self) -> Tuple[float, ...]:
        """What it is worth to each principal."""
        return _list(self._data["values"])

    @property
    def shared_by(self) -> Union[str, None]:
        """How many packages are worth the same to all principals: digits. `None` where audiences vote or with a
        tolerance.
        """
        return self._data["shared_by"]  # type: ignore[no-any-return]


class GainByRounds(View):
    """The most that either side could gain by stopping in so many equal rounds."""

    __slots__ = ()

    @property
    def rounds(self) -> int:
        """How many rounds."""
        return self._data["rounds"]  # type: ignore[no-any-return]

    @property
    def gain(self) -> float:
        """The gain; 0 if neither side can gain."""
        return self._data["gain"]  # type: ignore[no-any-return]


class GainFound(View):
    """By how much a change raises the probability of passing all tests."""

    __slots__ = ()

    @property
    def value(self) -> float:
        """The mean of the differences, -1 to 1."""
        return self._data["value"]  # type: ignore[no-any-return]

    @property
    def interval(self) -> Tuple[float, float]:
        """Its 95 % interval; a change whose interval does not lie above 0 is not advised."""
        return _pair(self._data["interval"])


class GameOfWays(View):
    """The empirical game of ways to bargain."""

    __slots__ = ()

    @property
    def pure_equilibria(self) -> Tuple[str, ...]:
        """Ways that are best replies to themselves: pure symmetric Nash equilibria."""
        return _list(self._data["pure_equilibria"])

    @property
    def equilibria(self) -> Union[Tuple[EquilibriumOfWays, ...], None]:
        """All symmetric Nash equilibria, pure and mixed; where ties make whole sets of them, the corners of these sets.
        `None` where they were not looked for.
        """
        return _maybe(lambda one: _each(EquilibriumOfWays, one), self._data["equilibria"])

    @property
    def joined(self) -> Union[Tuple[Tuple[int, int], ...], None]:
        """Pairs of `equilibria`, by place from 0, of which every mix is one too. `None` where they were not looked for.
        """
        return _maybe(_pairs, self._data["joined"])

    @property
    def not_looked_for(self) -> Union[str, None]:
        """Why mixed equilibria, or the Nash average, were not looked for; `None` where they were."""
        return self._data["not_looked_for"]  # type: ignore[no-any-return]

    @property
    def undominated(self) -> Tuple[str, ...]:
        """Ways that are left when strictly dominated ones are struck, again and again."""
        return _list(self._data["undominated"])

    @property
    def last_standing(self) -> Tuple[str, ...]:
        """The order in which ways are left over when the one with the least mean payoff against those left goes, again
        and again; the last one left first.
        """
        return _list(self._data["last_standing"])

    @property
    def regret_of_even_mix(self) -> float:
        """By how much the best way betters an even mix against an even mix."""
        return self._data["regret_of_even_mix"]  # type: ignore[no-any-return]

    @property
    def replicator(self) -> ReplicatorOfWays:
        """Replicator dynamics: what becomes of a crowd in which what does better than the average spreads."""
        return ReplicatorOfWays(self._data["replicator"])

    @property
    def alpha_rank(self) -> AlphaRankOfWays:
        """α-rank: which ways a crowd is found at that imitates success and seldom tries something new."""
        return AlphaRankOfWays(self._data["alpha_rank"])

    @property
    def nash_average(self) -> Union[NashAverageOfWays, None]:
        """Nash averaging: how good ways are against opponents that are worth meeting. `None` where it was not looked
        for.
        """
        return _maybe(NashAverageOfWays, self._data["nash_average"])

    @property
    def best_replies(self) -> Mapping[str, Tuple[str, ...]]:
        """To each way the best replies, several where they tie."""
        return _by_name(_list, self._data["best_replies"])

    @property
    def best_reply_cycles(self) -> Tuple[Tuple[str, ...], ...]:
        """Sets of ways of which each leads back to itself by best replies through the others."""
        return _each(_list, self._data["best_reply_cycles"])

    @property
    def deviations(self) -> DeviationsOfWays:
        """The deviation graph: where two end up who choose again in turn."""
        return DeviationsOfWays(self._data["deviations"])


class GivenAwayThrough(View):
    """What gives a figure away."""

    __slots__ = ()

    @property
    def section(self) -> str:
        """The heading of the section."""
        return self._data["section"]  # type: ignore[no-any-return]

    @property
    def words(self) -> str:
        """The words around the number, with `#` in the place of every number; as they stand there if no number is told
        of.
        """
        return self._data["words"]  # type: ignore[no-any-return]

    @property
    def number(self) -> Union[int, None]:
        """Which of the numbers there, from 1; `None` if it is the words that differ."""
        return self._data["number"]  # type: ignore[no-any-return]

    @property
    def at_low(self) -> Union[float, None]:
        """What it shows with the figure at the lower end of its range, a per cent as a hundredth; of a red line on
        options, as it is, with it. `None` for words.
        """
        return self._data["at_low"]  # type: ignore[no-any-return]

    @property
    def at_high(self) -> Union[float, None]:
        """The same at the upper end; without the red line."""
        return self._data["at_high"]  # type: ignore[no-any-return]


class GuaranteeRates(View):
    """What one unit of guarantee on a side is worth."""

    __slots__ = ()

    @property
    def party(self) -> str:
        """The id of the party that is bound."""
        return self._data["party"]  # type: ignore[no-any-return]

    @property
    def people(self) -> Union[float, None]:
        """People of the other side who need not be held back; `None` where none are, or nothing helps."""
        return self._data["people"]  # type: ignore[no-any-return]

    @property
    def days(self) -> Union[float, None]:
        """Days of pledge; `None` where the pause costs the side nothing."""
        return self._data["days"]  # type: ignore[no-any-return]

    @property
    def days_per_person(self) -> Union[float, None]:
        """Days of pledge for one person more still to come; `None` likewise."""
        return self._data["days_per_person"]  # type: ignore[no-any-return]

    @property
    def contraction(self) -> Union[float, None]:
        """By what what one side holds back lets the other hold back less, and so on (the contraction ratio ρ); `None`
        unless the conditions of both sides bind.
        """
        return self._data["contraction"]  # type: ignore[no-any-return]


class HandedOverOn(View):
    """So many on one day."""

    __slots__ = ()

    @property
    def day(self) -> str:
        """The day."""
        return self._data["day"]  # type: ignore[no-any-return]

    @property
    def count(self) -> int:
        """How many on that day."""
        return self._data["count"]  # type: ignore[no-any-return]

    @property
    def so_far(self) -> int:
        """How many by the end of it, in all."""
        return self._data["so_far"]  # type: ignore[no-any-return]


class HandoverOf(View):
    """One handover."""

    __slots__ = ()

    @property
    def day(self) -> float:
        """The day."""
        return self._data["day"]  # type: ignore[no-any-return]

    @property
    def from_(self) -> str:
        """The id of the party that hands over."""
        return self._data["from"]  # type: ignore[no-any-return]

    @property
    def lot(self) -> str:
        """The name of the lot."""
        return self._data["lot"]  # type: ignore[no-any-return]

    @property
    def count(self) -> int:
        """How many."""
        return self._data["count"]  # type: ignore[no-any-return]


class HazardLater(View):
    """A hazard ratio from a later day on."""

    __slots__ = ()

    @property
    def from_day(self) -> float:
        """The day, counted from the signing."""
        return self._data["from_day"]  # type: ignore[no-any-return]

    @property
    def hazard_ratio(self) -> Spread:
        """The hazard ratio from then on."""
        return _spread(self._data["hazard_ratio"])


class HeldOn(View):
    """How many must still be held on a day."""

    __slots__ = ()

    @property
    def day(self) -> float:
        """The day."""
        return self._data["day"]  # type: ignore[no-any-return]

    @property
    def held(self) -> Union[float, None]:
        """How many, in fractions; `None` if all are not enough."""
        return self._data["held"]  # type: ignore[no-any-return]


class HoldsUnder(View):
    """In which share of the worlds a manner holds itself under one guarantee."""

    __slots__ = ()

    @property
    def value(self) -> float:
        """The share, 0 to 1."""
        return self._data["value"]  # type: ignore[no-any-return]

    @property
    def interval(self) -> Tuple[float, float]:
        """Its 95 % interval."""
        return _pair(self._data["interval"])

    @property
    def guarantee(self) -> Union[str, None]:
        """The option that stands for the guarantee, as people read it; `None` where the guarantee is the same for every
        package.
        """
        return self._data["guarantee"]  # type: ignore[no-any-return]


class HypothesesFound(View):
    """Hypotheses against evidence (Heuer 1999)."""

    __slots__ = ()

    @property
    def columns(self) -> Tuple[EvidenceColumnFound, ...]:
        """The evidence, the most diagnostic first."""
        return _each(EvidenceColumnFound, self._data["columns"])

    @property
    def rows(self) -> Tuple[HypothesisFound, ...]:
        """Two for each proposition: that it holds, then that it does not."""
        return _each(HypothesisFound, self._data["rows"])


class HypothesisFound(View):
    """A hypothesis: that a proposition holds, or that it does not."""

    __slots__ = ()

    @property
    def proposition(self) -> str:
        """The id of the proposition."""
        return self._data["proposition"]  # type: ignore[no-any-return]

    @property
    def holds(self) -> bool:
        """Whether it is that it holds."""
        return self._data["holds"]  # type: ignore[no-any-return]

    @property
    def fits(self) -> Tuple[Union[str, None], ...]:
        """How well each column fits: `CC` very consistent, `C` consistent, `N` neutral, `I` inconsistent, `II` very
        inconsistent; `None` where the evidence does not speak to it.
        """
        return _list(self._data["fits"])

    @property
    def against(self) -> float:
        """The sum of ln LR of everything against it: the smallest deserves to lead."""
        return self._data["against"]  # type: ignore[no-any-return]

    @property
    def probability(self) -> float:
        """Its probability after all claims, judgements taken at their middle."""
        return self._data["probability"]  # type: ignore[no-any-return]


class InformationFound(View):
    """What it would bring to know a proposition."""

    __slots__ = ()

    @property
    def proposition(self) -> str:
        """The id of the proposition."""
        return self._data["proposition"]  # type: ignore[no-any-return]

    @property
    def if_true(self) -> Union[Share, None]:
        """In which share of the worlds there would be a zone if it were true; `None` in a case without issues."""
        return _maybe(_share, self._data["if_true"])

    @property
    def if_false(self) -> Union[Share, None]:
        """And if it were false."""
        return _maybe(_share, self._data["if_false"])

    @property
    def expected_move(self) -> Union[float, None]:
        """By how much that share is expected to move; `None` likewise."""
        return self._data["expected_move"]  # type: ignore[no-any-return]


class InputIndices(View):
    """The Sobol indices of an input, or of a group of weights that are drawn together."""

    __slots__ = ()

    @property
    def input(self) -> str:
        """The input or the group, by its path in the case file."""
        return self._data["input"]  # type: ignore[no-any-return]

    @property
    def first(self) -> float:
        """First-order index: the share of the variance that goes with the input alone."""
        return self._data["first"]  # type: ignore[no-any-return]

    @property
    def first_interval(self) -> Tuple[float, float]:
        """Its 95 % interval."""
        return _pair(self._data["first_interval"])

    @property
    def total(self) -> float:
        """Total index: the share of the variance that would be left if all else were known."""
        return self._data["total"]  # type: ignore[no-any-return]

    @property
    def total_interval(self) -> Tuple[float, float]:
        """Its 95 % interval."""
        return _pair(self._data["total_interval"])

    @property
    def rows(self) -> int:
        """On how many rows of the design they rest: those in which everything needed has a value."""
        return self._data["rows"]  # type: ignore[no-any-return]


class LastHandoverFound(View):
    """What a side's last handover takes: after it nothing of its own is left that the other side would wait for."""

    __slots__ = ()

    @property
    def party(self) -> str:
        """The id of the party."""
        return self._data["party"]  # type: ignore[no-any-return]

    @property
    def day(self) -> float:
        """The day."""
        return self._data["day"]  # type: ignore[no-any-return]

    @property
    def gives(self) -> Mapping[str, int]:
        """How many of each lot it hands over then."""
        return self._data["gives"]  # type: ignore[no-any-return]

    @property
    def to_come(self) -> Mapping[str, int]:
        """How many of each of the other's lots are still to come at that moment, those of the same round included.
        """
        return self._data["to_come"]  # type: ignore[no-any-return]

    @property
    def trust(self) -> Union[float, None]:
        """The probability, 0 to 1, that it must give to the other's keeping its word; 0 if it would hand over even if
        war were sure to follow. `None` if no trust is enough.
        """
        return self._data["trust"]  # type: ignore[no-any-return]

    @property
    def possible(self) -> bool:
        """Whether some trust is enough."""
        return self._data["possible"]  # type: ignore[no-any-return]


class LastingWatched(View):
    """How long it lasts on."""

    __slots__ = ()

    @property
    def breached(self) -> Share:
        """In which share of the worlds a breach is open: it may hang on how many days of grace nobody counts."""
        return _share(self._data["breached"])

    @property
    def hazard_ratio(self) -> Spread:
        """By what an open breach multiplies the danger of ending, however many are open."""
        return _spread(self._data["hazard_ratio"])

    @property
    def remaining(self) -> LastsOn:
        """What is left of it as it is, given that it has held until now."""
        return LastsOn(self._data["remaining"])

    @property
    def unbreached(self) -> LastsOn:
        """What would be left if no breach were open."""
        return LastsOn(self._data["unbreached"])

    @property
    def with_breach(self) -> LastsOn:
        """What would be left with a breach open."""
        return LastsOn(self._data["with_breach"])


class LastsOn(View):
    """What is left of an agreement that has held for a while."""

    __slots__ = ()

    @property
    def held_days(self) -> float:
        """For how many days it has held."""
        return self._data["held_days"]  # type: ignore[no-any-return]

    @property
    def more(self) -> Tuple[SurvivesBeyond, ...]:
        """The probability of lasting so many days more; `days` are counted from the day up to which it has held."""
        return _each(SurvivesBeyond, self._data["more"])

    @property
    def median_days(self) -> Spread:
        """After how many days more half of such agreements are over."""
        return _spread(self._data["median_days"])


class LearnedFromSteps(View):
    """What the steps that were observed tell about the figures of the case."""

    __slots__ = ()

    @property
    def contradiction(self) -> Union[Tuple[str, ...], None]:
        """The steps that no figures within the ranges of the case explain, in sentences; `None` if the steps can be
        explained.
        """
        return _maybe(_list, self._data["contradiction"])

    @property
    def ranges(self) -> Tuple[FigureNarrowed, ...]:
        """What is left of the ranges; empty in a contradiction."""
        return _each(FigureNarrowed, self._data["ranges"])


class LikelihoodFound(View):
    """How likely states are to hold, preferences in doubt being drawn."""

    __slots__ = ()

    @property
    def draws(self) -> int:
        """How often preferences were drawn."""
        return self._data["draws"]  # type: ignore[no-any-return]

    @property
    def states(self) -> Tuple[StateLikelihood, ...]:
        """The states."""
        return _each(StateLikelihood, self._data["states"])


class LikelyChance(View):
    """A chance over the worlds in which all accept some package."""

    __slots__ = ()

    @property
    def value(self) -> float:
        """The mean over these worlds, 0 to 1."""
        return self._data["value"]  # type: ignore[no-any-return]

    @property
    def range(self) -> Tuple[float, float]:
        """The middle nine tenths of these worlds: what the case and what is known of the model leave open."""
        return _pair(self._data["range"])

    @property
    def interval(self) -> Tuple[float, float]:
        """The 95 % interval that the number of worlds and steps leaves the mean."""
        return _pair(self._data["interval"])

    @property
    def by_fit(self) -> Mapping[str, Union[float, None]]:
        """The mean by each fit alone, under its id; `None` where no world with a package that all accept used it."""
        return _by_name(lambda one: one, self._data["by_fit"])


class LongestPledgeFound(View):
    """The longest pledge that can be held."""

    __slots__ = ()

    @property
    def days(self) -> Union[float, None]:
        """Its length in whole days; `None` if no length works."""
        return self._data["days"]  # type: ignore[no-any-return]

    @property
    def kind(self) -> PledgeLengthIs:
        """What kind of figure that is."""
        return self._data["kind"]  # type: ignore[no-any-return]


class LotteriesFound(View):
    """Agreements by lot: packages with probabilities, by lot, by turns, or by shares over time, for matters that come up
    again and again or can be shared out.
    """

    __slots__ = ()

    @property
    def nash(self) -> Union[NashLotteryFound, None]:
        """The largest product of expected surpluses, over packages that all accept. `None` when the zone is empty or its
        frontier not listed; with a tolerance the best over the points listed.
        """
        return _maybe(NashLotteryFound, self._data["nash"])

    @property
    def kalai_smorodinsky(self) -> Union[ShareLotteryFound, None]:
        """The largest equal share of what each could have inside the zone, then the next smallest share, and so on.
        `None` as for `nash`.
        """
        return _maybe(ShareLotteryFound, self._data["kalai_smorodinsky"])

    @property
    def margin(self) -> Union[MarginLotteryFound, None]:
        """The most for whoever gains least on average, over feasible packages that cross no red line of those who must
        sign, acceptable or not. `None` without a reason in `margin_not_given` where red lines leave no package, or
        none carries the votes.
        """
        return _maybe(MarginLotteryFound, self._data["margin"])

    @property
    def margin_not_given(self) -> Union[str, None]:
        """Why `margin` cannot be computed; `None` otherwise."""
        return self._data["margin_not_given"]  # type: ignore[no-any-return]


class LotteryPackage(View):
    """A package that may come out."""

    __slots__ = ()

    @property
    def outcome(self) -> PackageOptions:
        """The package."""
        return self._data["outcome"]  # type: ignore[no-any-return]

    @property
    def probability(self) -> float:
        """Its probability; those of a lottery sum to 1."""
        return self._data["probability"]  # type: ignore[no-any-return]


class MannerGuarantee(View):
    """The guarantee that a manner takes on one side."""

    __slots__ = ()

    @property
    def guarantee(self) -> Union[Spread, None]:
        """The least guarantee in all, on the side's own scale, over the worlds in which one is enough; `None` where none
        ever is.
        """
        return _maybe(_spread, self._data["guarantee"])

    @property
    def needed_in(self) -> Share:
        """In which share of the worlds some guarantee is needed."""
        return _share(self._data["needed_in"])

    @property
    def never_enough_in(self) -> Share:
        """In which share no guarantee is enough."""
        return _share(self._data["never_enough_in"])


class MannerTested(View):
    """One way of carrying the exchange out, tried on the best package."""

    __slots__ = ()

    @property
    def name(self) -> str:
        """As the case calls it."""
        return self._data["name"]  # type: ignore[no-any-return]

    @property
    def outcome(self) -> PackageOptions:
        """The package: the best one, changed on the issues that the manner belongs to."""
        return self._data["outcome"]  # type: ignore[no-any-return]

    @property
    def self_enforcing(self) -> Tuple[HoldsUnder, ...]:
        """In which share of the worlds it holds itself: one entry for each option of the issue that the guarantee is
        taken from, or one entry where the guarantee is the same for every package.
        """
        return _each(HoldsUnder, self._data["self_enforcing"])

    @property
    def guarantee_needed(self) -> Mapping[str, MannerGuarantee]:
        """The guarantee that it takes on each side, by the id of the party."""
        return _by_name(MannerGuarantee, self._data["guarantee_needed"])


class MarginLotteryFound(View):
    """The lottery with the largest margin.

    A value of 0 or more while `zone.exists` is false says that lots or turns leave nobody who must sign worse off
    than no deal, although no single package does. Where a principal needs votes at home, each package of the lottery
    carries them; so its value may then be below the margin of packages, which does not count votes.
    """

    __slots__ = ()

    @property
    def packages(self) -> Tuple[LotteryPackage, ...]:
        """The packages that may come out, at most one for each principal (for the margin: for each who must sign).
        """
        return _each(LotteryPackage, self._data["packages"])

    @property
    def values(self) -> Tuple[float, ...]:
        """What that is worth to each principal on average."""
        return _list(self._data["values"])

    @property
    def value(self) -> float:
        """The average surplus over no deal of whoever gains least."""
        return self._data["value"]  # type: ignore[no-any-return]

    @property
    def at_most(self) -> float:
        """No such lottery has a larger one: equal to `value`, or 10⁻¹² above, when proven."""
        return self._data["at_most"]  # type: ignore[no-any-return]


class MarkTold(View):
    """Something marked."""

    __slots__ = ()

    @property
    def number(self) -> int:
        """Its number, by which it is accepted."""
        return self._data["number"]  # type: ignore[no-any-return]

    @property
    def kind(self) -> MarkKind:
        """`words`, `comment`, or `elsewhere` for what stands at no clause or in a heading."""
        return self._data["kind"]  # type: ignore[no-any-return]

    @property
    def clause(self) -> Union[str, None]:
        """The id of the clause; `None` where it stands at none."""
        return self._data["clause"]  # type: ignore[no-any-return]

    @property
    def heading(self) -> Union[str, None]:
        """The heading of the clause, or else its first words; `None` where it stands at none."""
        return self._data["heading"]  # type: ignore[no-any-return]

    @property
    def by(self) -> Union[str, None]:
        """Under which name it was made; `None` where words were changed without being marked."""
        return self._data["by"]  # type: ignore[no-any-return]

    @property
    def party(self) -> Union[str, None]:
        """Whom that name means in the case; `None` if nobody."""
        return self._data["party"]  # type: ignore[no-any-return]

    @property
    def on(self) -> Union[str, None]:
        """The day: `2024-02-15`; `None` where the document says none."""
        return self._data["on"]  # type: ignore[no-any-return]

    @property
    def out(self) -> str:
        """What is to go, or what a comment is on; empty for nothing."""
        return self._data["out"]  # type: ignore[no-any-return]

    @property
    def into(self) -> str:
        """What is to come, or what a comment says; empty for nothing."""
        return self._data["into"]  # type: ignore[no-any-return]

    @property
    def not_taken(self) -> Union[str, None]:
        """Why it could not be taken into a new version; `None` if it can."""
        return self._data["not_taken"]  # type: ignore[no-any-return]


class MarksAnswer(View):
    """What `detente text marked CASE FILE --json` prints."""

    __slots__ = ()

    @property
    def version(self) -> str:
        """The version of which the document was made."""
        return self._data["version"]  # type: ignore[no-any-return]

    @property
    def marks(self) -> Tuple[MarkTold, ...]:
        """What was marked, in reading order."""
        return _each(MarkTold, self._data["marks"])

    @property
    def missing(self) -> Tuple[str, ...]:
        """The ids of clauses that the document no longer has."""
        return _list(self._data["missing"])


class MeanOverRoles(View):
    """A mean over pairs of scenario and party."""

    __slots__ = ()

    @property
    def mean(self) -> float:
        """The mean."""
        return self._data["mean"]  # type: ignore[no-any-return]

    @property
    def interval(self) -> Union[Tuple[float, float], None]:
        """Its 95 % interval if these pairs are a sample of such pairs (Student's t); `None` for a single pair."""
        return _maybe(_pair, self._data["interval"])


class MeasureFound(View):
    """Something that a third party could bring about. `move` is the id of a move of the case. What does not belong to
    its `kind` is `None`.
    """

    __slots__ = ()

    @property
    def kind(self) -> Literal["bind", "bar", "allow_taking_back", "allow_making", "rule_out", "close", "open"]:
        """`bind`: A move, once made, cannot be taken back. `bar`: A move cannot be made any more. `allow_taking_back`: A
        move that could not be taken back now can be. `allow_making`: A move that could not be made now can be.
        `rule_out`: A state becomes impossible. `close`: A party can no longer go from one state to another. `open`: A
        party can go from one state to another.
        """
        return self._data["kind"]  # type: ignore[no-any-return]

    @property
    def move(self) -> Union[str, None]:
        """The move."""
        return self._data.get("move")

    @property
    def state(self) -> Union[int, None]:
        """The state."""
        return self._data.get("state")

    @property
    def party(self) -> Union[str, None]:
        """The id of the party."""
        return self._data.get("party")

    @property
    def from_(self) -> Union[int, None]:
        """From this state."""
        return self._data.get("from")

    @property
    def to(self) -> Union[int, None]:
        """To this state."""
        return self._data.get("to")


class MergeAnswer(View):
    """What `detente merge BASE MINE THEIRS --json` prints."""

    __slots__ = ()

    @property
    def conflicts(self) -> Tuple[MergeConflict, ...]:
        """Places at which both sides departed from the base in different ways, those that were settled by `--take` among
        them.
        """
        return _each(MergeConflict, self._data["conflicts"])

    @property
    def changes(self) -> Tuple[MergeChange, ...]:
        """What the result says otherwise than the base."""
        return _each(MergeChange, self._data["changes"])

    @property
    def lost_comments(self) -> Tuple[CommentLost, ...]:
        """Comments of either side that could not be kept."""
        return _each(CommentLost, self._data["lost_comments"])

    @property
    def faults(self) -> Tuple[CaseFault, ...]:
        """What is wrong with the result as a case, though each side may be sound; empty where nothing is, or where what
        was merged is a file that a case includes.
        """
        return _each(CaseFault, self._data["faults"])

    @property
    def sound(self) -> Union[bool, None]:
        """Whether the result has no error as a case; `None` where it is not a whole case, but a file that a case
        includes.
        """
        return self._data["sound"]  # type: ignore[no-any-return]

    @property
    def written(self) -> bool:
        """Whether the result was written to a file. One with an error is not."""
        return self._data["written"]  # type: ignore[no-any-return]

    @property
    def text(self) -> Union[str, None]:
        """The merged text; `None` where it was written to a file."""
        return self._data["text"]  # type: ignore[no-any-return]


class MergeChange(View):
    """A judgement of the result that is not that of the base."""

    __slots__ = ()

    @property
    def path(self) -> str:
        """The path in the case file."""
        return self._data["path"]  # type: ignore[no-any-return]

    @property
    def before(self) -> Union[str, None]:
        """What the base says, as TOML on one line; `None` where it says nothing."""
        return self._data["before"]  # type: ignore[no-any-return]

    @property
    def after(self) -> Union[str, None]:
        """What the result says; `None` where it says nothing."""
        return self._data["after"]  # type: ignore[no-any-return]

    @property
    def by(self) -> Union[MergeSide, None]:
        """Whose change it is; `None` where both made it."""
        return self._data["by"]  # type: ignore[no-any-return]


class MergeConflict(View):
    """A place at which two sides part ways."""

    __slots__ = ()

    @property
    def path(self) -> str:
        """The path in the case file."""
        return self._data["path"]  # type: ignore[no-any-return]

    @property
    def base(self) -> Union[str, None]:
        """What the base says, as TOML on one line, which stays in the result unless a side was taken; `None` where it
        says nothing.
        """
        return self._data["base"]  # type: ignore[no-any-return]

    @property
    def mine(self) -> SideSays:
        """What the one side says."""
        return SideSays(self._data["mine"])

    @property
    def theirs(self) -> SideSays:
        """What the other says."""
        return SideSays(self._data["theirs"])

    @property
    def taken(self) -> Union[MergeSide, None]:
        """The side that was taken with `--take`; `None` where none was, and the base's judgement stays."""
        return self._data["taken"]  # type: ignore[no-any-return]


class ModelSays(View):
    """What a model says."""

    __slots__ = ()

    @property
    def model(self) -> str:
        """The model, by the word with which it is asked for."""
        return self._data["model"]  # type: ignore[no-any-return]

    @property
    def says(self) -> Union[Tuple[float, ...], None]:
        """The place on each issue; `None` where the model is not defined for this body."""
        return _maybe(_list, self._data["says"])

    @property
    def why_not(self) -> Union[str, None]:
        """Why it is not defined; `None` where it is."""
        return self._data["why_not"]  # type: ignore[no-any-return]


class MomentFound(View):
    """What one side faces at one moment."""

    __slots__ = ()

    @property
    def day(self) -> float:
        """The day."""
        return self._data["day"]  # type: ignore[no-any-return]

    @property
    def party(self) -> str:
        """The id of the party that decides."""
        return self._data["party"]  # type: ignore[no-any-return]

    @property
    def slack(self) -> float:
        """By how much it prefers going on; below zero it gains that much by stopping."""
        return self._data["slack"]  # type: ignore[no-any-return]

    @property
    def round(self) -> int:
        """Rounds begun by then: 0 before the first."""
        return self._data["round"]  # type: ignore[no-any-return]

    @property
    def phase(self) -> MomentPhase:
        """Where in the round."""
        return self._data["phase"]  # type: ignore[no-any-return]

    @property
    def still_to_come(self) -> Mapping[str, int]:
        """How many of each lot are still to come."""
        return self._data["still_to_come"]  # type: ignore[no-any-return]


class MovedByClaims(View):
    """What the claims of one origin brought."""

    __slots__ = ()

    @property
    def claims(self) -> Tuple[int, ...]:
        """The claims."""
        return _list(self._data["claims"])

    @property
    def moves(self) -> Mapping[str, float]:
        """For each proposition its probability with this part less its probability without, judgements taken at their
        middle.
        """
        return self._data["moves"]  # type: ignore[no-any-return]

    @property
    def flips(self) -> Tuple[str, ...]:
        """The propositions that would lie on the other side of one half without it."""
        return _list(self._data["flips"])

    @property
    def zone_shift(self) -> Union[ZoneShift, None]:
        """What it brought to the probability of a zone; `None` in a case without issues."""
        return _maybe(ZoneShift, self._data["zone_shift"])


class MovedBySource(View):
    """What one source brought."""

    __slots__ = ()

    @property
    def source(self) -> str:
        """The id of the source."""
        return self._data["source"]  # type: ignore[no-any-return]

    @property
    def moves(self) -> Mapping[str, float]:
        """For each proposition its probability with this part less its probability without, judgements taken at their
        middle.
        """
        return self._data["moves"]  # type: ignore[no-any-return]

    @property
    def flips(self) -> Tuple[str, ...]:
        """The propositions that would lie on the other side of one half without it."""
        return _list(self._data["flips"])

    @property
    def zone_shift(self) -> Union[ZoneShift, None]:
        """What it brought to the probability of a zone; `None` in a case without issues."""
        return _maybe(ZoneShift, self._data["zone_shift"])


class NashAverageOfWays(View):
    """The Nash average."""

    __slots__ = ()

    @property
    def weights(self) -> Mapping[str, float]:
        """The weight of each way as an opponent: the most even equilibrium of the game for the difference of payoffs.
        """
        return self._data["weights"]  # type: ignore[no-any-return]

    @property
    def skill(self) -> Mapping[str, float]:
        """The skill of each way: how far its payoff lies above its opponent's, against opponents so weighed. 0 is the
        most that is possible.
        """
        return self._data["skill"]  # type: ignore[no-any-return]


class NashLotteryFound(View):
    """The lottery of Nash."""

    __slots__ = ()

    @property
    def packages(self) -> Tuple[LotteryPackage, ...]:
        """The packages that may come out, at most one for each principal (for the margin: for each who must sign).
        """
        return _each(LotteryPackage, self._data["packages"])

    @property
    def values(self) -> Tuple[float, ...]:
        """What that is worth to each principal on average."""
        return _list(self._data["values"])

    @property
    def product(self) -> float:
        """The product of the expected surpluses of the principals who can gain; 0 if none can."""
        return self._data["product"]  # type: ignore[no-any-return]

    @property
    def product_at_most(self) -> Union[float, None]:
        """No such lottery has a larger product; `None` if the frontier is not exact."""
        return self._data["product_at_most"]  # type: ignore[no-any-return]


class ObjectionTold(View):
    """What somebody has against a clause."""

    __slots__ = ()

    @property
    def by(self) -> str:
        """The id of the party or audience."""
        return self._data["by"]  # type: ignore[no-any-return]

    @property
    def since(self) -> str:
        """Since when: `2024-02-14`."""
        return self._data["since"]  # type: ignore[no-any-return]

    @property
    def words(self) -> str:
        """In what words."""
        return self._data["words"]  # type: ignore[no-any-return]

    @property
    def cites(self) -> Tuple[str, ...]:
        """The sources that it rests on, with the place after `#`."""
        return _list(self._data["cites"])


class ObservationWeighed(View):
    """Something that could be seen next, and what it would do to the outlook."""

    __slots__ = ()

    @property
    def commitment(self) -> str:
        """The id of the commitment."""
        return self._data["commitment"]  # type: ignore[no-any-return]

    @property
    def question(self) -> ObservationOf:
        """What would be seen of it."""
        return self._data["question"]  # type: ignore[no-any-return]

    @property
    def told(self) -> str:
        """The same in words."""
        return self._data["told"]  # type: ignore[no-any-return]

    @property
    def chance_kept(self) -> float:
        """The chance that it is kept or was: by the rule of succession from what its party has kept so far; one half for
        a dispute.
        """
        return self._data["chance_kept"]  # type: ignore[no-any-return]

    @property
    def if_kept(self) -> float:
        """The outlook if it is kept, or was: of a dispute, if the account that says most is right."""
        return self._data["if_kept"]  # type: ignore[no-any-return]

    @property
    def if_not(self) -> float:
        """The outlook if not."""
        return self._data["if_not"]  # type: ignore[no-any-return]

    @property
    def moves(self) -> float:
        """By how much it moves the outlook on average: from the mean told now to either end, by its chance."""
        return self._data["moves"]  # type: ignore[no-any-return]


class ObstacleFound(View):
    """Why no schedule holds itself."""

    __slots__ = ()

    @property
    def kind(self) -> ObstacleOf:
        """The condition that fails."""
        return self._data["kind"]  # type: ignore[no-any-return]

    @property
    def party(self) -> Union[str, None]:
        """The id of the party. Missing with `batches`."""
        return self._data.get("party")

    @property
    def short_by(self) -> Union[float, None]:
        """With `would_not_begin` by how much it would lose, with `nothing_at_the_end` what it would gain by stopping, on
        its own scale. Missing otherwise.
        """
        return self._data.get("short_by")

    @property
    def until_day(self) -> Union[float, None]:
        """The day until which that is so. Only with `nothing_at_the_end`."""
        return self._data.get("until_day")

    @property
    def day(self) -> Union[float, None]:
        """The day. Only with `deadlock`."""
        return self._data.get("day")

    @property
    def left(self) -> Union[int, None]:
        """How many units are left at the end. Only with `too_slow`."""
        return self._data.get("left")

    @property
    def proved(self) -> bool:
        """Whether it is proved that no schedule exists, lots mixed or not."""
        return self._data["proved"]  # type: ignore[no-any-return]

    @property
    def words(self) -> str:
        """In a sentence."""
        return self._data["words"]  # type: ignore[no-any-return]

    @property
    def least_changes(self) -> Tuple[str, ...]:
        """The least changes, in sentences, each enough by itself."""
        return _list(self._data["least_changes"])


class OptionBeyond(View):
    """An option beyond a red line."""

    __slots__ = ()

    @property
    def option(self) -> OptionValue:
        """The option."""
        return self._data["option"]  # type: ignore[no-any-return]

    @property
    def cost(self) -> float:
        """What conceding it costs, on the party's own scale."""
        return self._data["cost"]  # type: ignore[no-any-return]


class OptionLikely(View):
    """An option with its chance."""

    __slots__ = ()

    @property
    def option(self) -> OptionValue:
        """The option."""
        return self._data["option"]  # type: ignore[no-any-return]

    @property
    def chance(self) -> LikelyChance:
        """How likely it is part of what they settle on, if they sign."""
        return LikelyChance(self._data["chance"])


class OutlookAnswer(View):
    """What `detente outlook CASE --json` prints."""

    __slots__ = ()

    @property
    def case(self) -> CaseNamed:
        """The case."""
        return CaseNamed(self._data["case"])

    @property
    def seed(self) -> int:
        """The seed of the draws."""
        return self._data["seed"]  # type: ignore[no-any-return]

    @property
    def draws(self) -> int:
        """How many worlds were drawn."""
        return self._data["draws"]  # type: ignore[no-any-return]

    @property
    def outlook(self) -> OutlookFound:
        """The outlook."""
        return OutlookFound(self._data["outlook"])

    @property
    def record(self) -> Tuple[TrackRecord, ...]:
        """How well figures of these kinds have done where what happened is known."""
        return _each(TrackRecord, self._data["record"])


class OutlookFound(View):
    """What was said and done, what contradicts what, and what it makes of the outlook.

    Claims go by their index in `claims`, counted from 0; propositions by their ids. Probabilities of propositions lie
    between 0 and 1, weights of claims are natural logarithms of likelihood ratios (ln LR).
    """

    __slots__ = ()

    @property
    def headline(self) -> Tuple[str, ...]:
        """What matters most, in sentences."""
        return _list(self._data["headline"])

    @property
    def propositions(self) -> Tuple[PropositionFound, ...]:
        """The propositions, in the order of the case."""
        return _each(PropositionFound, self._data["propositions"])

    @property
    def claims(self) -> Tuple[ClaimWeighed, ...]:
        """The claims, in the order of the case."""
        return _each(ClaimWeighed, self._data["claims"])

    @property
    def contradictions(self) -> Tuple[ContradictionFound, ...]:
        """Claims that cannot both be taken at their word."""
        return _each(ContradictionFound, self._data["contradictions"])

    @property
    def counted_differently(self) -> Tuple[ContradictionFound, ...]:
        """Counts that differ only because they count different things."""
        return _each(ContradictionFound, self._data["counted_differently"])

    @property
    def by_date(self) -> Tuple[OutlookOn, ...]:
        """The outlook before any claim, then after each day on which something was said or done."""
        return _each(OutlookOn, self._data["by_date"])

    @property
    def moved_most(self) -> Tuple[MovedByClaims, ...]:
        """What each origin brought, the largest move first."""
        return _each(MovedByClaims, self._data["moved_most"])

    @property
    def sources(self) -> Tuple[MovedBySource, ...]:
        """What each source brought, the largest move first."""
        return _each(MovedBySource, self._data["sources"])

    @property
    def hypotheses(self) -> HypothesesFound:
        """Hypotheses against evidence."""
        return HypothesesFound(self._data["hypotheses"])

    @property
    def information(self) -> Tuple[InformationFound, ...]:
        """What each proposition would bring once it were known, the most valuable first."""
        return _each(InformationFound, self._data["information"])

    @property
    def forecasts(self) -> ForecastsFound:
        """How good past forecasts were."""
        return ForecastsFound(self._data["forecasts"])


class OutlookOn(View):
    """The outlook on one day."""

    __slots__ = ()

    @property
    def date(self) -> Union[str, None]:
        """The day; `None` before any claim."""
        return self._data["date"]  # type: ignore[no-any-return]

    @property
    def claims(self) -> Tuple[int, ...]:
        """What was said and done on it."""
        return _list(self._data["claims"])

    @property
    def propositions(self) -> Tuple[PropositionOn, ...]:
        """The propositions, in the order of the case."""
        return _each(PropositionOn, self._data["propositions"])

    @property
    def zone_probability(self) -> Union[Share, None]:
        """In which share of the worlds there is a zone of agreement; `None` in a case without issues."""
        return _maybe(_share, self._data["zone_probability"])


class OutlookWatched(View):
    """The chance that it lasts until a day: that it outlasts it given what has held and what is breached, and that
    nobody gains by stopping before.
    """

    __slots__ = ()

    @property
    def days(self) -> float:
        """Days from the one that is looked at."""
        return self._data["days"]  # type: ignore[no-any-return]

    @property
    def until(self) -> Union[str, None]:
        """That day; `None` if it lies beyond the calendar."""
        return self._data["until"]  # type: ignore[no-any-return]

    @property
    def mean(self) -> float:
        """The mean over the worlds, 0 to 1: the chance, all doubt included."""
        return self._data["mean"]  # type: ignore[no-any-return]

    @property
    def spread(self) -> Spread:
        """Over the worlds."""
        return _spread(self._data["spread"])


class OverlayAnswer(View):
    """What `detente overlay A B … --json` prints."""

    __slots__ = ()

    @property
    def case(self) -> CaseNamed:
        """The reading that was named first, on which the others are laid."""
        return CaseNamed(self._data["case"])

    @property
    def readers(self) -> Tuple[str, ...]:
        """Whose readings they are, in the order in which they were named, from the names of their files."""
        return _list(self._data["readers"])

    @property
    def seed(self) -> int:
        """The seed of the draws."""
        return self._data["seed"]  # type: ignore[no-any-return]

    @property
    def draws(self) -> int:
        """How many worlds were drawn of each reading: the same draws of all."""
        return self._data["draws"]  # type: ignore[no-any-return]

    @property
    def headline(self) -> Tuple[str, ...]:
        """What matters most, in sentences."""
        return _list(self._data["headline"])

    @property
    def readings(self) -> Tuple[ReadingCompared, ...]:
        """What each reading but the first does as a whole, against the first."""
        return _each(ReadingCompared, self._data["readings"])

    @property
    def places(self) -> Tuple[PlaceRead, ...]:
        """Where they differ."""
        return _each(PlaceRead, self._data["places"])

    @property
    def pooled(self) -> Union[PooledCase, None]:
        """All readings in one; `None` without `--pool`."""
        return _maybe(PooledCase, self._data["pooled"])


class PackageAcceptance(View):
    """How acceptable a package is."""

    __slots__ = ()

    @property
    def outcome(self) -> PackageOptions:
        """The package."""
        return self._data["outcome"]  # type: ignore[no-any-return]

    @property
    def acceptance(self) -> Mapping[str, float]:
        """In which share of the worlds, 0 to 1, it is acceptable: under `all` to everybody, under the id of each
        principal to that one, the audiences that it needs included.
        """
        return self._data["acceptance"]  # type: ignore[no-any-return]

    @property
    def interval(self) -> Tuple[float, float]:
        """The 95 % interval of the share of all."""
        return _pair(self._data["interval"])

    @property
    def audiences(self) -> Mapping[str, float]:
        """In which share each audience, by its id, finds it no worse than no deal."""
        return self._data["audiences"]  # type: ignore[no-any-return]


class PackageJudged(View):
    """A package judged: who would sign it, what it lacks, which single changes would mend it, and how far it lies from
    the frontier.
    """

    __slots__ = ()

    @property
    def outcome(self) -> PackageOptions:
        """The package, completed where only a part was named."""
        return self._data["outcome"]  # type: ignore[no-any-return]

    @property
    def letter(self) -> Union[str, None]:
        """Its letter, if it is one of the leading packages and they were looked for; `None` otherwise."""
        return self._data["letter"]  # type: ignore[no-any-return]

    @property
    def agreed(self) -> bool:
        """Whether it is acceptable to all in the central world."""
        return self._data["agreed"]  # type: ignore[no-any-return]

    @property
    def all(self) -> Share:
        """In which share of the worlds drawn it is."""
        return _share(self._data["all"])

    @property
    def principals(self) -> Mapping[str, PrincipalJudges]:
        """Each principal, by its id."""
        return _by_name(PrincipalJudges, self._data["principals"])

    @property
    def other_vetoes(self) -> Mapping[str, ActorJudges]:
        """Audiences with a veto that stand behind nobody who signs, by their ids."""
        return _by_name(ActorJudges, self._data["other_vetoes"])

    @property
    def changes(self) -> Tuple[SingleChangeFound, ...]:
        """Single changes of an option, the others staying, that help one without hurting another or that make the
        package acceptable to all in the central world; the latter first, then those with which it is acceptable most
        often.
        """
        return _each(SingleChangeFound, self._data["changes"])

    @property
    def frontier(self) -> DistanceToFrontier:
        """How far it lies from the frontier over all feasible packages."""
        return DistanceToFrontier(self._data["frontier"])

    @property
    def within_red_lines(self) -> DistanceToFrontier:
        """The same over the packages that cross no red line of whoever must sign."""
        return DistanceToFrontier(self._data["within_red_lines"])

    @property
    def lacks(self) -> Tuple[str, ...]:
        """What it lacks in the central world, in sentences; empty where it is acceptable to all."""
        return _list(self._data["lacks"])


class PackageLikely(View):
    """A package with its chance."""

    __slots__ = ()

    @property
    def outcome(self) -> PackageOptions:
        """The package."""
        return self._data["outcome"]  # type: ignore[no-any-return]

    @property
    def chance(self) -> LikelyChance:
        """How likely they settle on it, if they sign."""
        return LikelyChance(self._data["chance"])


class PackageSurvives(View):
    """How long one package would last."""

    __slots__ = ()

    @property
    def outcome(self) -> PackageOptions:
        """The package."""
        return self._data["outcome"]  # type: ignore[no-any-return]

    @property
    def letter(self) -> Union[str, None]:
        """Its letter among the leading packages; `None` if it has none."""
        return self._data["letter"]  # type: ignore[no-any-return]

    @property
    def survival(self) -> Tuple[SurvivesBeyond, ...]:
        """The probability of lasting beyond each horizon: those that the case states or that were asked for, else those
        of a truce (30, 90, 180 and 365 days) or of a peace (180, 365, 730 and 1825).
        """
        return _each(SurvivesBeyond, self._data["survival"])

    @property
    def median_days(self) -> Spread:
        """Days after which it would be over in half of all cases."""
        return _spread(self._data["median_days"])

    @property
    def baseline_median_days(self) -> Spread:
        """The same without any of the factors."""
        return _spread(self._data["baseline_median_days"])

    @property
    def remaining(self) -> Tuple[LastsOn, ...]:
        """How long it lasts on, given that it has held for so many days: as many as the agreement in force has held
        (`held_since`), else each horizon but the last.
        """
        return _each(LastsOn, self._data["remaining"])

    @property
    def factors(self) -> Tuple[SurvivalFactor, ...]:
        """What each factor contributes, in the order of the case."""
        return _each(SurvivalFactor, self._data["factors"])

    @property
    def warnings(self) -> Tuple[str, ...]:
        """What must be said beside the figures."""
        return _list(self._data["warnings"])


class PackageTested(View):
    """How a leading package fares on the three tests."""

    __slots__ = ()

    @property
    def acceptable(self) -> Share:
        """In which share of the worlds all accept it."""
        return _share(self._data["acceptable"])

    @property
    def enforceable(self) -> Union[Share, None]:
        """In which share its exchange holds itself; `None` when the case has no exchange."""
        return _maybe(_share, self._data["enforceable"])

    @property
    def as_proposed(self) -> bool:
        """Whether that is the exchange as the case proposes it for the package, and not as it best could be."""
        return self._data["as_proposed"]  # type: ignore[no-any-return]

    @property
    def some_schedule_enforceable(self) -> Union[Share, None]:
        """In which share some schedule would hold itself; `None` when the case has no exchange."""
        return _maybe(_share, self._data["some_schedule_enforceable"])

    @property
    def durable(self) -> Union[Spread, None]:
        """The probability of lasting beyond `lasting_days`; `None` when the case has no durability."""
        return _maybe(_spread, self._data["durable"])

    @property
    def all_three(self) -> float:
        """The mean probability, 0 to 1, of passing every test that the case has the material for."""
        return self._data["all_three"]  # type: ignore[no-any-return]

    @property
    def all_three_interval(self) -> Tuple[float, float]:
        """Its 95 % interval."""
        return _pair(self._data["all_three_interval"])

    @property
    def weakest(self) -> TestName:
        """The test on which it does worst."""
        return self._data["weakest"]  # type: ignore[no-any-return]

    @property
    def package(self) -> str:
        """The letter of the package."""
        return self._data["package"]  # type: ignore[no-any-return]

    @property
    def outcome(self) -> PackageOptions:
        """The package."""
        return self._data["outcome"]  # type: ignore[no-any-return]


class PackagesByVote(View):
    """What becomes of the packages that actors want, under a rule."""

    __slots__ = ()

    @property
    def rule(self) -> str:
        """The rule, in words."""
        return self._data["rule"]  # type: ignore[no-any-return]

    @property
    def core(self) -> Tuple[str, ...]:
        """The actors against whose package none of the others would be carried."""
        return _list(self._data["core"])

    @property
    def uncovered(self) -> Tuple[str, ...]:
        """The actors whose package no other covers."""
        return _list(self._data["uncovered"])


class PartyWatched(View):
    """How many of a party's commitments stand how."""

    __slots__ = ()

    @property
    def party(self) -> str:
        """Its id."""
        return self._data["party"]  # type: ignore[no-any-return]

    @property
    def name(self) -> str:
        """Its name."""
        return self._data["name"]  # type: ignore[no-any-return]

    @property
    def commitments(self) -> int:
        """How many it made."""
        return self._data["commitments"]  # type: ignore[no-any-return]

    @property
    def due(self) -> int:
        """How many of them are due."""
        return self._data["due"]  # type: ignore[no-any-return]

    @property
    def done(self) -> int:
        """How many are done."""
        return self._data["done"]  # type: ignore[no-any-return]

    @property
    def done_late(self) -> int:
        """How many of these were late."""
        return self._data["done_late"]  # type: ignore[no-any-return]

    @property
    def partly(self) -> int:
        """How many are done in part."""
        return self._data["partly"]  # type: ignore[no-any-return]

    @property
    def late(self) -> int:
        """How many are held back."""
        return self._data["late"]  # type: ignore[no-any-return]

    @property
    def denied(self) -> int:
        """How many are denied."""
        return self._data["denied"]  # type: ignore[no-any-return]

    @property
    def disputed(self) -> int:
        """How many are disputed."""
        return self._data["disputed"]  # type: ignore[no-any-return]

    @property
    def not_reported(self) -> int:
        """How many are due and nobody has told of."""
        return self._data["not_reported"]  # type: ignore[no-any-return]


class PerceivedFound(View):
    """The conflict as the parties see it, some states being hidden from some."""

    __slots__ = ()

    @property
    def hidden(self) -> Mapping[str, Tuple[int, ...]]:
        """The states that a party does not see, by its id; parties that see everything are left out."""
        return _by_name(_list, self._data["hidden"])

    @property
    def equilibria(self) -> Mapping[str, Tuple[int, ...]]:
        """The states that everyone would stay in as it sees things, by sense; a sense that needs moves which the case
        does not state is left out.
        """
        return _by_name(_list, self._data["equilibria"])


class PieceTold(View):
    """A piece of a clause: words, or a bracket. What does not belong to its `kind` is `None`."""

    __slots__ = ()

    @property
    def kind(self) -> Literal["words", "bracket"]:
        """`words`: Words that nobody has put into brackets. `bracket`: A bracket."""
        return self._data["kind"]  # type: ignore[no-any-return]

    @property
    def words(self) -> Union[str, None]:
        """The words."""
        return self._data.get("words")

    @property
    def open(self) -> Union[bool, None]:
        """Whether more than one wording is on the table."""
        return self._data.get("open")

    @property
    def wordings(self) -> Union[Tuple[WordingTold, ...], None]:
        """Its wordings, those that were struck out among them."""
        return _maybe(lambda one: _each(WordingTold, one), self._data.get("wordings"))


class PlaceChance(View):
    """A place, and the chance that it is decided."""

    __slots__ = ()

    @property
    def at(self) -> float:
        """The place."""
        return self._data["at"]  # type: ignore[no-any-return]

    @property
    def chance(self) -> float:
        """The chance, 0 to 1."""
        return self._data["chance"]  # type: ignore[no-any-return]


class PlaceRead(View):
    """A place at which readings differ."""

    __slots__ = ()

    @property
    def path(self) -> str:
        """The path in the case file."""
        return self._data["path"]  # type: ignore[no-any-return]

    @property
    def says(self) -> Tuple[Union[str, None], ...]:
        """What each reader says, in their order, as TOML on one line; `None` where one says nothing."""
        return _list(self._data["says"])

    @property
    def alternatives(self) -> Tuple[AlternativeRead, ...]:
        """What others say than the first, each once."""
        return _each(AlternativeRead, self._data["alternatives"])

    @property
    def bearing(self) -> DifferenceBears:
        """The most that any of the alternatives comes to."""
        return self._data["bearing"]  # type: ignore[no-any-return]


class PointSwept(View):
    """The case with one combination of values."""

    __slots__ = ()

    @property
    def values(self) -> Mapping[str, str]:
        """The value of each path, as TOML on one line."""
        return self._data["values"]  # type: ignore[no-any-return]

    @property
    def zone_probability(self) -> Union[Share, None]:
        """In which share of the worlds drawn a deal exists; `None` where there is no such case."""
        return _maybe(_share, self._data["zone_probability"])

    @property
    def margin(self) -> Union[float, None]:
        """The margin in the central world; `None` where there is no such case, and where red lines leave no package.
        """
        return self._data["margin"]  # type: ignore[no-any-return]

    @property
    def leading(self) -> Union[str, None]:
        """The package most often acceptable to all, in words; `None` where there is none."""
        return self._data["leading"]  # type: ignore[no-any-return]

    @property
    def leading_acceptable(self) -> Union[Share, None]:
        """In which share of the worlds drawn it is acceptable to all."""
        return _maybe(_share, self._data["leading_acceptable"])

    @property
    def best(self) -> Union[str, None]:
        """The package that does best on all tests, in words; `None` in a case without tests, and where none ever passes.
        """
        return self._data["best"]  # type: ignore[no-any-return]

    @property
    def best_all_three(self) -> Union[float, None]:
        """The mean chance, 0 to 1, that it passes every test."""
        return self._data["best_all_three"]  # type: ignore[no-any-return]

    @property
    def no_case(self) -> Union[str, None]:
        """Why there is no such case; `None` where there is."""
        return self._data["no_case"]  # type: ignore[no-any-return]


class PooledCase(View):
    """All readings in one."""

    __slots__ = ()

    @property
    def rule(self) -> str:
        """By which rule: `linear`, the mixture of the readings, or `quantiles`, their quantiles averaged."""
        return self._data["rule"]  # type: ignore[no-any-return]

    @property
    def values(self) -> Tuple[ValuePooled, ...]:
        """The figures on which readings differ, pooled."""
        return _each(ValuePooled, self._data["values"])

    @property
    def kept(self) -> Tuple[ValueKept, ...]:
        """What stays as the first reading has it, and why."""
        return _each(ValueKept, self._data["kept"])

    @property
    def figures(self) -> Tuple[FigureCompared, ...]:
        """The figures that a brief says first: `before` in the first reading, `after` in the pooled case."""
        return _each(FigureCompared, self._data["figures"])

    @property
    def words(self) -> Tuple[WordsCompared, ...]:
        """What a brief says in words."""
        return _each(WordsCompared, self._data["words"])


class PredictionFound(View):
    """What will be decided on an issue, as a distribution."""

    __slots__ = ()

    @property
    def middle(self) -> float:
        """As likely above as below."""
        return self._data["middle"]  # type: ignore[no-any-return]

    @property
    def half(self) -> Tuple[float, float]:
        """A range that held half of the decisions on which it was fitted."""
        return _pair(self._data["half"])

    @property
    def most(self) -> Tuple[float, float]:
        """A range that held nine tenths of them."""
        return _pair(self._data["most"])

    @property
    def above_half(self) -> float:
        """How likely it is that the decision lies above the middle of the scale; what lies exactly there counts half.
        """
        return self._data["above_half"]  # type: ignore[no-any-return]

    @property
    def places(self) -> Tuple[PlaceChance, ...]:
        """The places on which somebody stands, with the chance that exactly that is decided."""
        return _each(PlaceChance, self._data["places"])

    @property
    def decided(self) -> Union[float, None]:
        """What was decided, where the table says it."""
        return self._data["decided"]  # type: ignore[no-any-return]

    @property
    def score(self) -> Union[float, None]:
        """How far off the prediction was, as a share of 100: its CRPS; `None` where the table does not say what was
        decided.
        """
        return self._data["score"]  # type: ignore[no-any-return]

    @property
    def status_quo(self) -> Union[float, None]:
        """How things stand if nothing is decided, where the table says it."""
        return self._data["status_quo"]  # type: ignore[no-any-return]


class PreferencesChanged(View):
    """The least change of preferences that makes a state hold."""

    __slots__ = ()

    @property
    def pairs(self) -> int:
        """How many pairs of states are ranked the other way round, over all parties."""
        return self._data["pairs"]  # type: ignore[no-any-return]

    @property
    def lifts(self) -> Tuple[StateLifted, ...]:
        """Who would have to see the state otherwise; empty when it holds already."""
        return _each(StateLifted, self._data["lifts"])

    @property
    def reachable(self) -> Union[bool, None]:
        """Whether moves lead to the state from the status quo; `None` without one."""
        return self._data["reachable"]  # type: ignore[no-any-return]


class PrincipalJudges(View):
    """What a principal makes of the package, and those behind it."""

    __slots__ = ()

    @property
    def signs(self) -> bool:
        """Whether it would sign in the central world: itself, its audiences with a veto, and its vote at home."""
        return self._data["signs"]  # type: ignore[no-any-return]

    @property
    def signs_share(self) -> Share:
        """In which share of the worlds drawn it would."""
        return _share(self._data["signs_share"])

    @property
    def own(self) -> ActorJudges:
        """The principal by its own measure."""
        return ActorJudges(self._data["own"])

    @property
    def audiences(self) -> Mapping[str, AudienceJudges]:
        """The audiences behind it that have a say, by their ids."""
        return _by_name(AudienceJudges, self._data["audiences"])

    @property
    def vote(self) -> Union[VoteFound, None]:
        """The vote that it needs at home; `None` where it needs none."""
        return _maybe(VoteFound, self._data["vote"])


class ProposedFound(View):
    """A schedule that the case proposes."""

    __slots__ = ()

    @property
    def name(self) -> str:
        """Its name."""
        return self._data["name"]  # type: ignore[no-any-return]

    @property
    def first(self) -> Union[str, None]:
        """The id of the party that hands over first within a round; `None` when both do at once."""
        return self._data["first"]  # type: ignore[no-any-return]

    @property
    def self_enforcing(self) -> bool:
        """Whether neither side ever gains by stopping, and everything is handed over."""
        return self._data["self_enforcing"]  # type: ignore[no-any-return]

    @property
    def complete_on_day(self) -> Union[float, None]:
        """The day on which the last is handed over; `None` if something is left."""
        return self._data["complete_on_day"]  # type: ignore[no-any-return]

    @property
    def first_failure(self) -> Union[MomentFound, None]:
        """The first moment at which a side would gain by stopping; `None` if there is none."""
        return _maybe(MomentFound, self._data["first_failure"])

    @property
    def weakest_step(self) -> MomentFound:
        """The moment of least slack."""
        return MomentFound(self._data["weakest_step"])

    @property
    def gain_from_stopping(self) -> float:
        """The most that either side could gain by stopping; 0 if neither can."""
        return self._data["gain_from_stopping"]  # type: ignore[no-any-return]

    @property
    def left_behind(self) -> Mapping[str, int]:
        """How many of each lot are left at the end."""
        return self._data["left_behind"]  # type: ignore[no-any-return]

    @property
    def rounds(self) -> Tuple[RoundFound, ...]:
        """Its rounds."""
        return _each(RoundFound, self._data["rounds"])

    @property
    def schedule(self) -> Tuple[HandoverOf, ...]:
        """Its handovers."""
        return _each(HandoverOf, self._data["schedule"])

    @property
    def guarantee_needed(self) -> Mapping[str, Union[float, None]]:
        """The guarantee that it takes on each side; `None` if none is enough."""
        return _by_name(lambda one: one, self._data["guarantee_needed"])

    @property
    def last_handovers(self) -> Tuple[LastHandoverFound, ...]:
        """What each side's last handover takes."""
        return _each(LastHandoverFound, self._data["last_handovers"])

    @property
    def over_draws(self) -> ScheduleOverDraws:
        """How it fares over the draws."""
        return ScheduleOverDraws(self._data["over_draws"])

    @property
    def words(self) -> str:
        """The verdict in a sentence."""
        return self._data["words"]  # type: ignore[no-any-return]


class PropositionFound(View):
    """A proposition."""

    __slots__ = ()

    @property
    def id(self) -> str:
        """Its id."""
        return self._data["id"]  # type: ignore[no-any-return]

    @property
    def text(self) -> str:
        """In words."""
        return self._data["text"]  # type: ignore[no-any-return]

    @property
    def prior(self) -> float:
        """Its probability before any claim: the mean over the worlds."""
        return self._data["prior"]  # type: ignore[no-any-return]

    @property
    def prior_interval(self) -> Tuple[float, float]:
        """Nine tenths of the worlds lie between."""
        return _pair(self._data["prior_interval"])

    @property
    def posterior(self) -> float:
        """Its probability after all claims: the mean over the worlds."""
        return self._data["posterior"]  # type: ignore[no-any-return]

    @property
    def interval(self) -> Tuple[float, float]:
        """Nine tenths of the worlds lie between."""
        return _pair(self._data["interval"])

    @property
    def central(self) -> float:
        """Its probability after all claims if every judgement is taken at its middle."""
        return self._data["central"]  # type: ignore[no-any-return]

    @property
    def words(self) -> str:
        """How likely that is in words."""
        return self._data["words"]  # type: ignore[no-any-return]


class PropositionOn(View):
    """How likely a proposition was on a day."""

    __slots__ = ()

    @property
    def id(self) -> str:
        """Its id."""
        return self._data["id"]  # type: ignore[no-any-return]

    @property
    def value(self) -> float:
        """Its probability: the mean over the worlds."""
        return self._data["value"]  # type: ignore[no-any-return]

    @property
    def interval(self) -> Tuple[float, float]:
        """Nine tenths of the worlds lie between."""
        return _pair(self._data["interval"])


class ProspectFound(View):
    """A state that all would like no less than the status quo."""

    __slots__ = ()

    @property
    def state(self) -> Union[int, None]:
        """The state."""
        return self._data["state"]  # type: ignore[no-any-return]

    @property
    def holds(self) -> bool:
        """Whether everyone would stay in it."""
        return self._data["holds"]  # type: ignore[no-any-return]

    @property
    def day_after(self) -> Tuple[ViewFound, ...]:
        """How each party would look at the day after."""
        return _each(ViewFound, self._data["day_after"])

    @property
    def keeps(self) -> Union[WantedFound, None]:
        """What would make it hold; `None` when it holds, and in conflicts too large to search unasked."""
        return _maybe(WantedFound, self._data["keeps"])


class PublishedFinding(View):
    """A published finding."""

    __slots__ = ()

    @property
    def id(self) -> str:
        """The id by which cases refer to it."""
        return self._data["id"]  # type: ignore[no-any-return]

    @property
    def finding(self) -> str:
        """What was found, in a few words."""
        return self._data["finding"]  # type: ignore[no-any-return]

    @property
    def citation(self) -> str:
        """Author, year and where it appeared."""
        return self._data["citation"]  # type: ignore[no-any-return]

    @property
    def estimated_on(self) -> str:
        """What it was estimated on."""
        return self._data["estimated_on"]  # type: ignore[no-any-return]

    @property
    def transfers(self) -> str:
        """How far it carries over: `poorly`, `partly`."""
        return self._data["transfers"]  # type: ignore[no-any-return]

    @property
    def because(self) -> str:
        """Why no further."""
        return self._data["because"]  # type: ignore[no-any-return]


class ReadingCompared(View):
    """A whole reading against the first."""

    __slots__ = ()

    @property
    def reader(self) -> str:
        """Whose."""
        return self._data["reader"]  # type: ignore[no-any-return]

    @property
    def figures(self) -> Tuple[FigureCompared, ...]:
        """The figures that a brief says first: `before` in the first reading, `after` in this."""
        return _each(FigureCompared, self._data["figures"])

    @property
    def words(self) -> Tuple[WordsCompared, ...]:
        """What a brief says in words."""
        return _each(WordsCompared, self._data["words"])


class RecordBeside(View):
    """What the record of this conflict says by itself, beside the baseline that is reckoned with."""

    __slots__ = ()

    @property
    def days(self) -> float:
        """The day."""
        return self._data["days"]  # type: ignore[no-any-return]

    @property
    def record_alone(self) -> float:
        """The share that lasts longer by Kaplan and Meier (1958); what ended nobody knows when is left out."""
        return self._data["record_alone"]  # type: ignore[no-any-return]

    @property
    def interval(self) -> Union[Tuple[float, float], None]:
        """Its 95 % interval; `None` where nothing or everything has broken by then."""
        return _maybe(_pair, self._data["interval"])

    @property
    def baseline(self) -> SurvivesBeyond:
        """The baseline, without what a package adds."""
        return SurvivesBeyond(self._data["baseline"])


class RecordElsewhere(View):
    """A record of how long agreements lasted elsewhere."""

    __slots__ = ()

    @property
    def class_(self) -> str:
        """The class of agreements, as `class` in a case."""
        return self._data["class"]  # type: ignore[no-any-return]

    @property
    def source(self) -> str:
        """Whose record it is, and of what."""
        return self._data["source"]  # type: ignore[no-any-return]

    @property
    def published(self) -> int:
        """The year in which it was published; a case knows it from the next on."""
        return self._data["published"]  # type: ignore[no-any-return]

    @property
    def agreements(self) -> int:
        """How many agreements it holds."""
        return self._data["agreements"]  # type: ignore[no-any-return]

    @property
    def broke(self) -> int:
        """How many of them broke on a known day."""
        return self._data["broke"]  # type: ignore[no-any-return]

    @property
    def unclear(self) -> int:
        """How many ended nobody knows when."""
        return self._data["unclear"]  # type: ignore[no-any-return]


class RedLineCrossed(View):
    """A red line that words cross."""

    __slots__ = ()

    @property
    def actor(self) -> str:
        """The id of the party or audience that holds it."""
        return self._data["actor"]  # type: ignore[no-any-return]

    @property
    def issue(self) -> str:
        """The id of the issue."""
        return self._data["issue"]  # type: ignore[no-any-return]

    @property
    def wording(self) -> Union[str, None]:
        """The wording that crosses it, if it is one of a bracket that may go otherwise; `None` where the clause does so
        whichever way it goes.
        """
        return self._data["wording"]  # type: ignore[no-any-return]

    @property
    def central(self) -> bool:
        """Whether it is crossed in the central world."""
        return self._data["central"]  # type: ignore[no-any-return]

    @property
    def share(self) -> Share:
        """In which share of the worlds drawn."""
        return _share(self._data["share"])


class RelatedPlace(View):
    """Another place that has to do with a fault."""

    __slots__ = ()

    @property
    def file(self) -> Union[str, None]:
        """The file in which it is, where that is one that the case includes; left out for the case file itself."""
        return self._data.get("file")

    @property
    def span(self) -> CaseStretch:
        """Where."""
        return CaseStretch(self._data["span"])

    @property
    def label(self) -> str:
        """What is there, in a few words."""
        return self._data["label"]  # type: ignore[no-any-return]


class RemedyFound(View):
    """Something that would mend the exchange, with its price."""

    __slots__ = ()

    @property
    def kind(self) -> RemedyOf:
        """What is done."""
        return self._data["kind"]  # type: ignore[no-any-return]

    @property
    def party(self) -> Union[str, None]:
        """The id of the party that it binds or burdens; `None` where it is neither side's alone."""
        return self._data["party"]  # type: ignore[no-any-return]

    @property
    def enough(self) -> bool:
        """Whether it is enough by itself."""
        return self._data["enough"]  # type: ignore[no-any-return]

    @property
    def price(self) -> Union[float, None]:
        """Its least size: a worth on the side's scale, days, or people a day; `None` if no size is enough or it has
        none.
        """
        return self._data["price"]  # type: ignore[no-any-return]

    @property
    def more_by(self) -> Union[float, None]:
        """By how much that exceeds what there is already; `None` likewise."""
        return self._data["more_by"]  # type: ignore[no-any-return]

    @property
    def complete_on_day(self) -> Union[float, None]:
        """The day on which everything is handed over with it; `None` if it is not."""
        return self._data["complete_on_day"]  # type: ignore[no-any-return]

    @property
    def guarantee_then(self) -> Union[Mapping[str, Union[float, None]], None]:
        """The guarantee on each side that is needed with it, `None` if none is enough; `None` for remedies that have a
        size.
        """
        return _maybe(lambda one: _by_name(lambda one: one, one), self._data["guarantee_then"])

    @property
    def words(self) -> str:
        """In a sentence."""
        return self._data["words"]  # type: ignore[no-any-return]


class ReplicatorOfWays(View):
    """Paths of the replicator dynamics."""

    __slots__ = ()

    @property
    def times(self) -> Tuple[int, ...]:
        """At which times shares are told; in one unit the largest difference of payoffs multiplies a small share by e.
        """
        return _list(self._data["times"])

    @property
    def paths(self) -> Tuple[ReplicatorPath, ...]:
        """From an even crowd, and from one for each way that most follow at first."""
        return _each(ReplicatorPath, self._data["paths"])


class ReplicatorPath(View):
    """One path of the replicator dynamics."""

    __slots__ = ()

    @property
    def mostly(self) -> Union[str, None]:
        """The way that nine tenths follow at first; `None` for an even start."""
        return self._data["mostly"]  # type: ignore[no-any-return]

    @property
    def shares(self) -> Tuple[Tuple[float, ...], ...]:
        """At each time the share of each way."""
        return _each(_list, self._data["shares"])


class RoundFound(View):
    """How firmly each side is held in one round."""

    __slots__ = ()

    @property
    def day(self) -> float:
        """The day of the round."""
        return self._data["day"]  # type: ignore[no-any-return]

    @property
    def slack(self) -> Mapping[str, float]:
        """By how much each side prefers going on, at the least, from this round until the next; below zero it would gain
        by stopping.
        """
        return self._data["slack"]  # type: ignore[no-any-return]

    @property
    def still_to_come(self) -> Mapping[str, int]:
        """How many of each lot are still to come after it."""
        return self._data["still_to_come"]  # type: ignore[no-any-return]


class ScheduleOverDraws(View):
    """How one schedule fares over the draws."""

    __slots__ = ()

    @property
    def holds(self) -> Share:
        """In which share of the worlds it holds itself."""
        return _share(self._data["holds"])

    @property
    def fails_at(self) -> Tuple[FailsAt, ...]:
        """Where it fails first, the most frequent first."""
        return _each(FailsAt, self._data["fails_at"])

    @property
    def weakest_slack(self) -> Mapping[str, Union[SpreadKnown, None]]:
        """Its least slack for each side; `None` if it was tried in no world."""
        return _by_name(lambda one: _maybe(_spread_known, one), self._data["weakest_slack"])


class SectionNotGiven(View):
    """A section that was asked for and of which nothing is left."""

    __slots__ = ()

    @property
    def id(self) -> str:
        """Its id."""
        return self._data["id"]  # type: ignore[no-any-return]

    @property
    def why(self) -> SectionWhyNot:
        """Why nothing is left."""
        return self._data["why"]  # type: ignore[no-any-return]

    @property
    def needs(self) -> Tuple[str, ...]:
        """The ids of the parties without which it has nothing to say; empty if that is not why."""
        return _list(self._data["needs"])

    @property
    def sentence(self) -> str:
        """All of it in a sentence."""
        return self._data["sentence"]  # type: ignore[no-any-return]


class SetOfConcessions(View):
    """Concessions that together open the zone."""

    __slots__ = ()

    @property
    def concessions(self) -> Tuple[ConcessionFound, ...]:
        """The concessions, in the order of the issues."""
        return _each(ConcessionFound, self._data["concessions"])

    @property
    def outcome(self) -> PackageOptions:
        """The package that they make acceptable."""
        return self._data["outcome"]  # type: ignore[no-any-return]


class SettleAnswer(View):
    """What `detente settle FILE… --json` prints."""

    __slots__ = ()

    @property
    def fitted(self) -> str:
        """The day on which the coefficients that are reckoned with were fitted."""
        return self._data["fitted"]  # type: ignore[no-any-return]

    @property
    def conventions(self) -> Tuple[ConventionFound, ...]:
        """These coefficients."""
        return _each(ConventionFound, self._data["conventions"])

    @property
    def tables(self) -> Tuple[TableScored, ...]:
        """The tables, scored."""
        return _each(TableScored, self._data["tables"])

    @property
    def fit(self) -> Union[FittedAnew, None]:
        """Coefficients fitted on these very tables. Only with `--fit`."""
        return _maybe(FittedAnew, self._data.get("fit"))


class SettlementFound(View):
    """Which package they would settle on, if they sign: never the chance that they do."""

    __slots__ = ()

    @property
    def draws(self) -> int:
        """How many worlds were looked at: the first of those drawn."""
        return self._data["draws"]  # type: ignore[no-any-return]

    @property
    def with_zone(self) -> int:
        """In how many of them all accept some package; the chances are over these."""
        return self._data["with_zone"]  # type: ignore[no-any-return]

    @property
    def not_known(self) -> int:
        """In how many it is not known, for the work that it would take; they are left out."""
        return self._data["not_known"]  # type: ignore[no-any-return]

    @property
    def chains(self) -> Union[ChainsWalked, None]:
        """Chains that visited packages, where those are too many to list; `None` where every package was looked at.
        """
        return _maybe(ChainsWalked, self._data["chains"])

    @property
    def packages(self) -> Tuple[PackageLikely, ...]:
        """The likeliest packages, the likeliest first."""
        return _each(PackageLikely, self._data["packages"])

    @property
    def options(self) -> Mapping[str, Tuple[OptionLikely, ...]]:
        """Under the id of each issue its options with their chances, in the order of the case."""
        return _by_name(lambda one: _each(OptionLikely, one), self._data["options"])

    @property
    def fitted(self) -> str:
        """The day on which the model was fitted."""
        return self._data["fitted"]  # type: ignore[no-any-return]

    @property
    def fits(self) -> Tuple[ConventionFound, ...]:
        """The fits that it takes in turn."""
        return _each(ConventionFound, self._data["fits"])

    @property
    def says(self) -> Tuple[str, ...]:
        """What the chances are of and what they rest on, in sentences."""
        return _list(self._data["says"])


class ShapeFound(View):
    """The best schedule of a shape and an order: one that holds itself and is done soonest if there is one."""

    __slots__ = ()

    @property
    def shape(self) -> ScheduleShape:
        """How its batches go."""
        return self._data["shape"]  # type: ignore[no-any-return]

    @property
    def order(self) -> ShapeLotOrder:
        """Which lots go first."""
        return self._data["order"]  # type: ignore[no-any-return]

    @property
    def ratio(self) -> Union[float, None]:
        """The size of a batch against the one before; 1 for equal ones, `None` along the envelope."""
        return self._data["ratio"]  # type: ignore[no-any-return]

    @property
    def self_enforcing(self) -> bool:
        """Whether it holds itself in the central world."""
        return self._data["self_enforcing"]  # type: ignore[no-any-return]

    @property
    def complete_on_day(self) -> Union[float, None]:
        """The day on which the last is handed over; `None` if something is left."""
        return self._data["complete_on_day"]  # type: ignore[no-any-return]

    @property
    def gain_from_stopping(self) -> float:
        """The most that either side could gain by stopping; 0 if neither can."""
        return self._data["gain_from_stopping"]  # type: ignore[no-any-return]

    @property
    def guarantee_needed(self) -> Mapping[str, Union[float, None]]:
        """The guarantee that it takes on each side; `None` if none is enough."""
        return _by_name(lambda one: one, self._data["guarantee_needed"])

    @property
    def first_at_stake(self) -> Mapping[str, float]:
        """What each side gives in its first batch, at its own worth."""
        return self._data["first_at_stake"]  # type: ignore[no-any-return]

    @property
    def most_at_stake(self) -> Mapping[str, float]:
        """What each side gives in its largest batch, at its own worth."""
        return self._data["most_at_stake"]  # type: ignore[no-any-return]

    @property
    def basis(self) -> Union[str, None]:
        """The theory that recommends it; `None` if none does."""
        return self._data["basis"]  # type: ignore[no-any-return]

    @property
    def schedule(self) -> Tuple[HandoverOf, ...]:
        """Its handovers."""
        return _each(HandoverOf, self._data["schedule"])


class ShareLotteryFound(View):
    """The lottery of Kalai and Smorodinsky."""

    __slots__ = ()

    @property
    def packages(self) -> Tuple[LotteryPackage, ...]:
        """The packages that may come out, at most one for each principal (for the margin: for each who must sign).
        """
        return _each(LotteryPackage, self._data["packages"])

    @property
    def values(self) -> Tuple[float, ...]:
        """What that is worth to each principal on average."""
        return _list(self._data["values"])

    @property
    def share(self) -> float:
        """The smallest share, 0 to 1, of what each could have; 0 if nobody can gain."""
        return self._data["share"]  # type: ignore[no-any-return]


class SideSays(View):
    """What a side says at a place, and why."""

    __slots__ = ()

    @property
    def value(self) -> Union[str, None]:
        """As TOML on one line; `None` where it says nothing."""
        return self._data["value"]  # type: ignore[no-any-return]

    @property
    def cites(self) -> Tuple[str, ...]:
        """The sources that it cites: its own, or those of what it belongs to; each with its title and the place in it,
        as far as the file has them.
        """
        return _list(self._data["cites"])

    @property
    def by(self) -> Union[str, None]:
        """Who said it, of a claim or a forecast; `None` where nobody is named."""
        return self._data["by"]  # type: ignore[no-any-return]

    @property
    def because(self) -> Union[str, None]:
        """The reason that stands beside it (`because`); `None` where none does."""
        return self._data["because"]  # type: ignore[no-any-return]

    @property
    def note(self) -> Union[str, None]:
        """The remark that stands beside it (`note`); `None` where none does."""
        return self._data["note"]  # type: ignore[no-any-return]

    @property
    def comment(self) -> Union[str, None]:
        """The comment on its line, or directly above it; `None` where there is none."""
        return self._data["comment"]  # type: ignore[no-any-return]


class SingleChangeFound(View):
    """The package with another option on one issue."""

    __slots__ = ()

    @property
    def issue(self) -> str:
        """The id of the issue."""
        return self._data["issue"]  # type: ignore[no-any-return]

    @property
    def option(self) -> OptionValue:
        """The option taken instead."""
        return self._data["option"]  # type: ignore[no-any-return]

    @property
    def gains(self) -> Mapping[str, float]:
        """What each principal gains or loses by the change in the central world, by its id, on its own scale."""
        return self._data["gains"]  # type: ignore[no-any-return]

    @property
    def helps(self) -> bool:
        """Whether it helps one principal without hurting another, and nobody who would accept the package would refuse
        it with the change.
        """
        return self._data["helps"]  # type: ignore[no-any-return]

    @property
    def agreed(self) -> bool:
        """Whether the package with the change is acceptable to all in the central world."""
        return self._data["agreed"]  # type: ignore[no-any-return]

    @property
    def all(self) -> Share:
        """In which share of the worlds drawn the package with the change is acceptable to all."""
        return _share(self._data["all"])


class SobolFound(View):
    """What the answer hangs on, alone and together with others (Sobol 1993)."""

    __slots__ = ()

    @property
    def rows(self) -> int:
        """How many rows the design had."""
        return self._data["rows"]  # type: ignore[no-any-return]

    @property
    def zone(self) -> Tuple[InputIndices, ...]:
        """Of whether there is a zone, the largest total first; empty where the answer is the same in all worlds."""
        return _each(InputIndices, self._data["zone"])

    @property
    def margin(self) -> Tuple[InputIndices, ...]:
        """Of the margin, likewise."""
        return _each(InputIndices, self._data["margin"])


class SolutionFound(View):
    """A bargaining solution."""

    __slots__ = ()

    @property
    def outcome(self) -> PackageOptions:
        """A package with these values."""
        return self._data["outcome"]  # type: ignore[no-any-return]

    @property
    def values(self) -> Tuple[float, ...]:
        """What it is worth to each principal."""
        return _list(self._data["values"])

    @property
    def shared_by(self) -> Union[str, None]:
        """How many packages are worth the same to all principals: digits. `None` where that is not counted."""
        return self._data["shared_by"]  # type: ignore[no-any-return]

    @property
    def ties(self) -> int:
        """How many points tie with it, itself included."""
        return self._data["ties"]  # type: ignore[no-any-return]


class SolutionsFound(View):
    """The bargaining solutions on the frontier of the zone. Each is `None` without a zone.

    They are exact also where `zone.frontier` is `None` or has a tolerance: each is then searched for by itself. One
    for which the work set aside for that does not suffice, or Nash where no package leaves everybody a gain, is then
    `None`, or with a tolerance all are chosen from the points listed; so they are where an issue is continuous.
    """

    __slots__ = ()

    @property
    def nash(self) -> Union[SolutionFound, None]:
        """The largest product of surpluses (Nash 1950)."""
        return _maybe(SolutionFound, self._data["nash"])

    @property
    def kalai_smorodinsky(self) -> Union[SolutionFound, None]:
        """The largest equal share of what each could gain at most (Kalai and Smorodinsky 1975)."""
        return _maybe(SolutionFound, self._data["kalai_smorodinsky"])

    @property
    def egalitarian(self) -> Union[SolutionFound, None]:
        """The largest smallest surplus (Kalai 1977)."""
        return _maybe(SolutionFound, self._data["egalitarian"])

    @property
    def utilitarian(self) -> Union[SolutionFound, None]:
        """The largest sum of values."""
        return _maybe(SolutionFound, self._data["utilitarian"])


class SolutionsTolerance(View):
    """What is proven of solutions that were chosen from a frontier with a tolerance, D being the `frontier_tolerance` of
    the zone.

    Besides, no package that all accept is worth D more to every principal than any of them.
    """

    __slots__ = ()

    @property
    def nash(self) -> Union[float, None]:
        """`None`: a product may change much where somebody gains little, and nothing is proven."""
        return self._data["nash"]  # type: ignore[no-any-return]

    @property
    def kalai_smorodinsky(self) -> Union[float, None]:
        """`None`: a share may change much where somebody gains little, and nothing is proven."""
        return self._data["kalai_smorodinsky"]  # type: ignore[no-any-return]

    @property
    def egalitarian(self) -> Union[float, None]:
        """D. No package that all accept has a smallest surplus larger by that."""
        return self._data["egalitarian"]  # type: ignore[no-any-return]

    @property
    def utilitarian(self) -> Union[float, None]:
        """D times the number of principals. No package that leaves each principal better off than no deal by D has a sum
        of values larger by that.
        """
        return self._data["utilitarian"]  # type: ignore[no-any-return]


class StabilityAnswer(View):
    """What `detente stability CASE --json` prints."""

    __slots__ = ()

    @property
    def case(self) -> CaseNamed:
        """The case."""
        return CaseNamed(self._data["case"])

    @property
    def stability(self) -> StabilityFound:
        """The conflict."""
        return StabilityFound(self._data["stability"])


class StabilityFound(View):
    """Why the conflict rests where it does: who could move, who would, who would answer.

    States go by their number, the same everywhere. A sense in which a state can hold goes by its word: `nash` (no
    improvement), `gmr` (every improvement could be answered), `smr` (every improvement could be answered, without
    escape), `seq` (every improvement could be answered credibly), `sim` (every improvement could go wrong because
    others improve at once).
    """

    __slots__ = ()

    @property
    def parties(self) -> Tuple[str, ...]:
        """The ids of the parties."""
        return _list(self._data["parties"])

    @property
    def state_count(self) -> int:
        """How many states are feasible."""
        return self._data["state_count"]  # type: ignore[no-any-return]

    @property
    def states(self) -> Tuple[StateDescribed, ...]:
        """The states; empty in conflicts of more than 1,000."""
        return _each(StateDescribed, self._data["states"])

    @property
    def status_quo(self) -> Union[int, None]:
        """The state in which things stand; `None` if the case names none."""
        return self._data["status_quo"]  # type: ignore[no-any-return]

    @property
    def equilibria(self) -> Mapping[str, Union[Tuple[int, ...], None]]:
        """The states that hold for everyone, by sense; `None` where the sense needs moves that the case does not state.
        """
        return _by_name(lambda one: _maybe(_list, one), self._data["equilibria"])

    @property
    def strong_equilibria(self) -> Union[Mapping[str, Tuple[int, ...]], None]:
        """The same against those who prefer strongly, by sense; `None` where nobody prefers anything strongly."""
        return _maybe(lambda one: _by_name(_list, one), self._data["strong_equilibria"])

    @property
    def perceived(self) -> Union[PerceivedFound, None]:
        """The conflict as the parties see it; `None` where everyone sees everything."""
        return _maybe(PerceivedFound, self._data["perceived"])

    @property
    def despite_unknown(self) -> Tuple[DespiteUnknownFound, ...]:
        """What holds whatever is unknown about the preferences; empty where nothing is."""
        return _each(DespiteUnknownFound, self._data["despite_unknown"])

    @property
    def likelihood(self) -> Union[LikelihoodFound, None]:
        """How likely each state is to hold; `None` where no preference is in doubt, and in conflicts of more than 1,000
        states.
        """
        return _maybe(LikelihoodFound, self._data["likelihood"])

    @property
    def rests(self) -> Union[Tuple[int, ...], None]:
        """Where the conflict would come to rest; empty where improvements lead to no state that holds. `None` without a
        status quo, and with more than 1,000 states that hold.
        """
        return _maybe(_list, self._data["rests"])

    @property
    def prospects(self) -> Tuple[ProspectFound, ...]:
        """The states that all would like no less than the status quo, with how each party would look at the day after.
        """
        return _each(ProspectFound, self._data["prospects"])

    @property
    def complete(self) -> WorkedOut:
        """What was worked out for a conflict of this size."""
        return WorkedOut(self._data["complete"])

    @property
    def sequential_or_simultaneous(self) -> Tuple[int, ...]:
        """The states that each party would stay in sequentially or simultaneously."""
        return _list(self._data["sequential_or_simultaneous"])

    @property
    def coalitional_equilibria(self) -> Mapping[str, Tuple[int, ...]]:
        """The states that hold against every coalition, by sense: `cr`, `cgmr`, `csmr`, `cseq`. Empty in conflicts too
        large for it.
        """
        return _by_name(_list, self._data["coalitional_equilibria"])

    @property
    def coalitions(self) -> Tuple[Tuple[str, ...], ...]:
        """The coalitions that the case allows, by the ids of their members."""
        return _each(_list, self._data["coalitions"])

    @property
    def verdicts(self) -> Tuple[StateVerdict, ...]:
        """The verdict on each state for each party; empty in conflicts of more than 1,000 states."""
        return _each(StateVerdict, self._data["verdicts"])

    @property
    def paths(self) -> Tuple[StatePath, ...]:
        """From the status quo to each state that holds in some sense."""
        return _each(StatePath, self._data["paths"])

    @property
    def wanted(self) -> Union[WantedFound, None]:
        """With `--want`: what would make that state hold; `None` otherwise."""
        return _maybe(WantedFound, self._data["wanted"])

    @property
    def explained(self) -> Union[Tuple[Tuple[str, ...], ...], None]:
        """Only with `--explain`: every verdict on that state in sentences, one list for each party and sense."""
        return _maybe(lambda one: _each(_list, one), self._data.get("explained"))


class StateDescribed(View):
    """A state."""

    __slots__ = ()

    @property
    def id(self) -> Union[int, None]:
        """Its number."""
        return self._data["id"]  # type: ignore[no-any-return]

    @property
    def text(self) -> str:
        """In words."""
        return self._data["text"]  # type: ignore[no-any-return]

    @property
    def moves(self) -> Union[Mapping[str, bool], None]:
        """Which moves are made in it, by their ids. Missing where the case states its states as such."""
        return self._data.get("moves")


class StateLifted(View):
    """A wanted state that rises in a party's ranking."""

    __slots__ = ()

    @property
    def party(self) -> str:
        """The id of the party."""
        return self._data["party"]  # type: ignore[no-any-return]

    @property
    def above(self) -> Tuple[int, ...]:
        """The state would have to be preferred to these, the best of those it passes."""
        return _list(self._data["above"])

    @property
    def pairs(self) -> int:
        """How many pairs of states are ranked the other way round."""
        return self._data["pairs"]  # type: ignore[no-any-return]


class StateLikelihood(View):
    """In which share of the draws a state holds for everyone. A sense is `None` where it needs moves that the case does
    not state.
    """

    __slots__ = ()

    @property
    def state(self) -> Union[int, None]:
        """The state."""
        return self._data["state"]  # type: ignore[no-any-return]

    @property
    def nash(self) -> Union[Share, None]:
        """Nobody has an improvement."""
        return _maybe(_share, self._data["nash"])

    @property
    def gmr(self) -> Union[Share, None]:
        """Every improvement could be answered."""
        return _maybe(_share, self._data["gmr"])

    @property
    def smr(self) -> Union[Share, None]:
        """Every improvement could be answered, without escape."""
        return _maybe(_share, self._data["smr"])

    @property
    def seq(self) -> Union[Share, None]:
        """Every improvement could be answered credibly."""
        return _maybe(_share, self._data["seq"])

    @property
    def sim(self) -> Union[Share, None]:
        """Every improvement could go wrong because others improve at once."""
        return _maybe(_share, self._data["sim"])


class StatePath(View):
    """The shortest ways from the status quo to a state."""

    __slots__ = ()

    @property
    def state(self) -> Union[int, None]:
        """The state."""
        return self._data["state"]  # type: ignore[no-any-return]

    @property
    def by_moves(self) -> Union[Tuple[StateStep, ...], None]:
        """By any moves; `None` if none lead there."""
        return _maybe(lambda one: _each(StateStep, one), self._data["by_moves"])

    @property
    def by_improvements(self) -> Union[Tuple[StateStep, ...], None]:
        """By moves that each improve things for whoever makes them; `None` if none lead there."""
        return _maybe(lambda one: _each(StateStep, one), self._data["by_improvements"])

    @property
    def first_movers(self) -> Tuple[str, ...]:
        """The ids of the parties that would have to begin."""
        return _list(self._data["first_movers"])


class StateStep(View):
    """One move on a way."""

    __slots__ = ()

    @property
    def party(self) -> str:
        """The id of the party that moves."""
        return self._data["party"]  # type: ignore[no-any-return]

    @property
    def to(self) -> Union[int, None]:
        """The state that this leads to."""
        return self._data["to"]  # type: ignore[no-any-return]


class StateVerdict(View):
    """Whether a party would stay in a state. A sense is `None` where it needs moves that the case does not state."""

    __slots__ = ()

    @property
    def state(self) -> Union[int, None]:
        """The state."""
        return self._data["state"]  # type: ignore[no-any-return]

    @property
    def party(self) -> str:
        """The id of the party."""
        return self._data["party"]  # type: ignore[no-any-return]

    @property
    def nash(self) -> Union[bool, None]:
        """It has no improvement."""
        return self._data["nash"]  # type: ignore[no-any-return]

    @property
    def gmr(self) -> Union[bool, None]:
        """Every improvement could be answered."""
        return self._data["gmr"]  # type: ignore[no-any-return]

    @property
    def smr(self) -> Union[bool, None]:
        """Every improvement could be answered, without escape."""
        return self._data["smr"]  # type: ignore[no-any-return]

    @property
    def seq(self) -> Union[bool, None]:
        """Every improvement could be answered credibly."""
        return self._data["seq"]  # type: ignore[no-any-return]

    @property
    def sim(self) -> Union[bool, None]:
        """Every improvement could go wrong because others improve at once."""
        return self._data["sim"]  # type: ignore[no-any-return]

    @property
    def margin(self) -> Union[int, None]:
        """By how many ranks in preference it is sequentially stable, or below zero misses it; `None` in conflicts of
        more than 256 states, and where preferences are not ranked.
        """
        return self._data["margin"]  # type: ignore[no-any-return]


class SteadiestFound(View):
    """The schedule that holds itself most often."""

    __slots__ = ()

    @property
    def name(self) -> str:
        """Its name."""
        return self._data["name"]  # type: ignore[no-any-return]

    @property
    def first(self) -> Union[str, None]:
        """The id of the party that hands over first within a round; `None` when both do at once."""
        return self._data["first"]  # type: ignore[no-any-return]

    @property
    def self_enforcing(self) -> bool:
        """Whether neither side ever gains by stopping, and everything is handed over."""
        return self._data["self_enforcing"]  # type: ignore[no-any-return]

    @property
    def complete_on_day(self) -> Union[float, None]:
        """The day on which the last is handed over; `None` if something is left."""
        return self._data["complete_on_day"]  # type: ignore[no-any-return]

    @property
    def first_failure(self) -> Union[MomentFound, None]:
        """The first moment at which a side would gain by stopping; `None` if there is none."""
        return _maybe(MomentFound, self._data["first_failure"])

    @property
    def weakest_step(self) -> MomentFound:
        """The moment of least slack."""
        return MomentFound(self._data["weakest_step"])

    @property
    def gain_from_stopping(self) -> float:
        """The most that either side could gain by stopping; 0 if neither can."""
        return self._data["gain_from_stopping"]  # type: ignore[no-any-return]

    @property
    def left_behind(self) -> Mapping[str, int]:
        """How many of each lot are left at the end."""
        return self._data["left_behind"]  # type: ignore[no-any-return]

    @property
    def rounds(self) -> Tuple[RoundFound, ...]:
        """Its rounds."""
        return _each(RoundFound, self._data["rounds"])

    @property
    def schedule(self) -> Tuple[HandoverOf, ...]:
        """Its handovers."""
        return _each(HandoverOf, self._data["schedule"])

    @property
    def over_draws(self) -> ScheduleOverDraws:
        """How it fares over the draws."""
        return ScheduleOverDraws(self._data["over_draws"])


class StickingPointFound(View):
    """A concession with what it would do."""

    __slots__ = ()

    @property
    def issue(self) -> str:
        """The id of the issue."""
        return self._data["issue"]  # type: ignore[no-any-return]

    @property
    def party(self) -> str:
        """The id of the party or audience that would concede."""
        return self._data["party"]  # type: ignore[no-any-return]

    @property
    def concession(self) -> Mapping[str, OptionValue]:
        """The option conceded: one entry, `{issue: option}`."""
        return self._data["concession"]  # type: ignore[no-any-return]

    @property
    def kind(self) -> ConcessionOf:
        """Of which kind it is."""
        return self._data["kind"]  # type: ignore[no-any-return]

    @property
    def number(self) -> Union[float, None]:
        """The number conceded, where it lies between the stops of a continuous issue, the stop beside it being the
        option; `None` otherwise.
        """
        return self._data["number"]  # type: ignore[no-any-return]

    @property
    def cost(self) -> float:
        """What it costs whoever concedes, on its own scale: less than by its best option that crosses none of its red
        lines.
        """
        return self._data["cost"]  # type: ignore[no-any-return]

    @property
    def margin_after(self) -> Union[float, None]:
        """The margin after it; `None` if red lines elsewhere still leave no package."""
        return self._data["margin_after"]  # type: ignore[no-any-return]

    @property
    def margin_after_at_most(self) -> Union[float, None]:
        """What the margin after it is at most: equal to `margin_after` unless the search for it was given up."""
        return self._data["margin_after_at_most"]  # type: ignore[no-any-return]

    @property
    def cost_from_nearest(self) -> Union[float, None]:
        """What it costs beside what the package with the margin gives the actor on the issue: negative if it gains.
        `None` without a margin.
        """
        return self._data["cost_from_nearest"]  # type: ignore[no-any-return]

    @property
    def opens(self) -> bool:
        """Whether it opens the zone by itself, ratification included."""
        return self._data["opens"]  # type: ignore[no-any-return]


class StillToCome(View):
    """So many of a lot that are to go on a day."""

    __slots__ = ()

    @property
    def day(self) -> Union[str, None]:
        """The day; `None` if it lies beyond the calendar."""
        return self._data["day"]  # type: ignore[no-any-return]

    @property
    def lot(self) -> str:
        """The lot."""
        return self._data["lot"]  # type: ignore[no-any-return]

    @property
    def from_(self) -> str:
        """Who hands over."""
        return self._data["from"]  # type: ignore[no-any-return]

    @property
    def count(self) -> int:
        """How many."""
        return self._data["count"]  # type: ignore[no-any-return]


class StopsAt(View):
    """A step at which somebody would first gain by stopping."""

    __slots__ = ()

    @property
    def party(self) -> str:
        """The party."""
        return self._data["party"]  # type: ignore[no-any-return]

    @property
    def day(self) -> Union[str, None]:
        """The day: the earliest over the worlds; `None` if it lies beyond the calendar."""
        return self._data["day"]  # type: ignore[no-any-return]

    @property
    def round(self) -> int:
        """How many days of handover that are still to come are over by then."""
        return self._data["round"]  # type: ignore[no-any-return]

    @property
    def phase(self) -> MomentPhase:
        """Where in that day's handover."""
        return self._data["phase"]  # type: ignore[no-any-return]

    @property
    def when(self) -> str:
        """The same in words."""
        return self._data["when"]  # type: ignore[no-any-return]

    @property
    def share(self) -> Share:
        """In which share of the worlds it is the first."""
        return _share(self._data["share"])

    @property
    def gain(self) -> Spread:
        """What the party would gain where it would, on its own scale."""
        return _spread(self._data["gain"])


class SurvivalFactor(View):
    """What one factor does to how long an agreement lasts."""

    __slots__ = ()

    @property
    def name(self) -> str:
        """Its name."""
        return self._data["name"]  # type: ignore[no-any-return]

    @property
    def hazard_ratio(self) -> Spread:
        """By what it multiplies the danger of breaking down: below 1 it makes the agreement last longer."""
        return _spread(self._data["hazard_ratio"])

    @property
    def later(self) -> Union[HazardLater, None]:
        """What it turns into later; `None` if it stays."""
        return _maybe(HazardLater, self._data["later"])

    @property
    def survival_gain(self) -> SurvivalGain:
        """What it adds to the probability of lasting beyond the day on which factors are compared: the last horizon but
        one.
        """
        return SurvivalGain(self._data["survival_gain"])

    @property
    def median_times(self) -> Spread:
        """By what it multiplies the median life."""
        return _spread(self._data["median_times"])

    @property
    def part(self) -> float:
        """Its part, 0 to 1, of all that the factors do (of the sum of the absolute log hazard ratios), in the middle of
        the worlds.
        """
        return self._data["part"]  # type: ignore[no-any-return]

    @property
    def finding(self) -> Union[str, None]:
        """The id of the published finding that it rests on; `None` for a judgement."""
        return self._data["finding"]  # type: ignore[no-any-return]

    @property
    def warning(self) -> Union[str, None]:
        """What to beware of; `None` if it rests on no finding."""
        return self._data["warning"]  # type: ignore[no-any-return]


class SurvivalGain(View):
    """What a factor adds to the probability of lasting beyond a day; below zero if it takes away."""

    __slots__ = ()

    @property
    def days(self) -> float:
        """The day."""
        return self._data["days"]  # type: ignore[no-any-return]

    @property
    def median(self) -> float:
        """The difference of the probabilities, −1 to 1, that half of the worlds stay below."""
        return self._data["median"]  # type: ignore[no-any-return]

    @property
    def interval(self) -> Tuple[float, float]:
        """Nine tenths of the worlds lie between."""
        return _pair(self._data["interval"])


class SurvivesBeyond(View):
    """The probability of lasting beyond a day."""

    __slots__ = ()

    @property
    def days(self) -> float:
        """The day, counted from the signing."""
        return self._data["days"]  # type: ignore[no-any-return]

    @property
    def median(self) -> float:
        """The probability, 0 to 1, that half of the worlds stay below."""
        return self._data["median"]  # type: ignore[no-any-return]

    @property
    def interval(self) -> Tuple[float, float]:
        """Nine tenths of the worlds lie between."""
        return _pair(self._data["interval"])

    @property
    def mean(self) -> float:
        """Its mean over the worlds: the probability, all doubt included."""
        return self._data["mean"]  # type: ignore[no-any-return]


class SweepAnswer(View):
    """What `detente sweep CASE --over PATH=VALUES --json` prints."""

    __slots__ = ()

    @property
    def case(self) -> CaseNamed:
        """The case as it stands."""
        return CaseNamed(self._data["case"])

    @property
    def seed(self) -> int:
        """The seed of the draws."""
        return self._data["seed"]  # type: ignore[no-any-return]

    @property
    def draws(self) -> int:
        """How many worlds were drawn at every point: the same draws at each."""
        return self._data["draws"]  # type: ignore[no-any-return]

    @property
    def over(self) -> Tuple[str, ...]:
        """The paths that go through values: one or two."""
        return _list(self._data["over"])

    @property
    def points(self) -> Tuple[PointSwept, ...]:
        """Every combination of values, the last path fastest."""
        return _each(PointSwept, self._data["points"])


class TableScored(View):
    """A table of divisions, scored."""

    __slots__ = ()

    @property
    def file(self) -> str:
        """The file."""
        return self._data["file"]  # type: ignore[no-any-return]

    @property
    def layout(self) -> str:
        """How it is laid out: `camp` or `items`."""
        return self._data["layout"]  # type: ignore[no-any-return]

    @property
    def negotiations(self) -> int:
        """How many negotiations it holds."""
        return self._data["negotiations"]  # type: ignore[no-any-return]

    @property
    def settlements(self) -> int:
        """How many of them ended in a settlement. Only these are scored."""
        return self._data["settlements"]  # type: ignore[no-any-return]

    @property
    def beyond_the_zone(self) -> int:
        """How many settled on what somebody would rather not have signed."""
        return self._data["beyond_the_zone"]  # type: ignore[no-any-return]

    @property
    def points_off_their_mean(self) -> float:
        """By how many points a side's result is off the mean of all, on average."""
        return self._data["points_off_their_mean"]  # type: ignore[no-any-return]

    @property
    def scores(self) -> Tuple[WayScored, ...]:
        """Each way to forecast. `camp`, `items` and `pooled` are the coefficients that are reckoned with; base lines
        have their noise from this very table; `held_out_own`, `held_out_pooled` and `by_other_tables` are there with
        `--fit`.
        """
        return _each(WayScored, self._data["scores"])


class TalksAgreedBy(View):
    """The chance of an agreement by a day."""

    __slots__ = ()

    @property
    def day(self) -> int:
        """The day, counted from the day of the case."""
        return self._data["day"]  # type: ignore[no-any-return]

    @property
    def agreement(self) -> Share:
        """The chance, as the case has it."""
        return _share(self._data["agreement"])

    @property
    def among_assumptions(self) -> Tuple[float, float]:
        """The lowest and the highest chance under any assumption of how people bargain."""
        return _pair(self._data["among_assumptions"])


class TalksAssumed(View):
    """How talks go under one assumption of how people bargain."""

    __slots__ = ()

    @property
    def name(self) -> str:
        """What is assumed, in words."""
        return self._data["name"]  # type: ignore[no-any-return]

    @property
    def agreement(self) -> Share:
        """The chance of an agreement within the horizon."""
        return _share(self._data["agreement"])

    @property
    def day(self) -> Union[SpreadKnown, None]:
        """Its day, in the worlds that have one; `None` if none has."""
        return _maybe(_spread_known, self._data["day"])

    @property
    def leading(self) -> Union[TalksLeading, None]:
        """The package most often agreed on; `None` without any agreement."""
        return _maybe(TalksLeading, self._data["leading"])

    @property
    def from_nash(self) -> Tuple[Union[Spread, None], ...]:
        """What the agreement is worth to each party above what the Nash package is, in the same world; `None` where
        there is no such package beside any agreement.
        """
        return _each(lambda one: _maybe(_spread, one), self._data["from_nash"])


class TalksDifference(View):
    """A difference in the same worlds."""

    __slots__ = ()

    @property
    def value(self) -> float:
        """The difference."""
        return self._data["value"]  # type: ignore[no-any-return]

    @property
    def interval(self) -> Tuple[float, float]:
        """Its 95 % interval: for shares that of Bonett & Price (2012), for means the paired normal one."""
        return _pair(self._data["interval"])


class TalksDistance(View):
    """How far agreements lie from what was possible."""

    __slots__ = ()

    @property
    def all_gain(self) -> Union[SpreadKnown, None]:
        """By how much all could have gained at once by another package that crosses no red line; 0 where they could not.
        `None` without any agreement.
        """
        return _maybe(_spread_known, self._data["all_gain"])

    @property
    def none_better(self) -> Share:
        """The share of the agreements that all could not have bettered at once."""
        return _share(self._data["none_better"])

    @property
    def from_nash(self) -> Tuple[Union[Spread, None], ...]:
        """What each party gets above what the Nash package gives it; `None` where there is none beside any agreement.
        """
        return _each(lambda one: _maybe(_spread, one), self._data["from_nash"])

    @property
    def at_nash(self) -> Share:
        """The share of the agreements that are worth as much to everybody as the Nash package, where there is one.
        """
        return _share(self._data["at_nash"])


class TalksEnded(View):
    """What ends talks."""

    __slots__ = ()

    @property
    def by(self) -> str:
        """`agreement`, `deadline`, `event`, or `nothing` where they are still talking at the horizon."""
        return self._data["by"]  # type: ignore[no-any-return]

    @property
    def event(self) -> Union[str, None]:
        """The name of the event. Only with `event`."""
        return self._data.get("event")

    @property
    def share(self) -> Share:
        """In what share of the worlds."""
        return _share(self._data["share"])


class TalksFound(View):
    """How the talks would go: no forecast, but what follows from the judgements of the case on how people bargain and on
    what may happen meanwhile.
    """

    __slots__ = ()

    @property
    def parties(self) -> Tuple[str, ...]:
        """Those who bargain, by their ids; lists of values follow this order."""
        return _list(self._data["parties"])

    @property
    def horizon(self) -> int:
        """For how many days talks are followed, from the day of the case."""
        return self._data["horizon"]  # type: ignore[no-any-return]

    @property
    def worlds(self) -> int:
        """In how many worlds they were held."""
        return self._data["worlds"]  # type: ignore[no-any-return]

    @property
    def assumed(self) -> Tuple[TalksAssumed, ...]:
        """How they go under each assumption of how people bargain, in the same worlds; the first is as the case has it.
        """
        return _each(TalksAssumed, self._data["assumed"])

    @property
    def hangs_on_the_way_of_bargaining(self) -> bool:
        """Whether the assumptions part by more than ten points and more than chance leaves."""
        return self._data["hangs_on_the_way_of_bargaining"]  # type: ignore[no-any-return]

    @property
    def by_day(self) -> Tuple[TalksAgreedBy, ...]:
        """The chance of an agreement by day, as the case has it."""
        return _each(TalksAgreedBy, self._data["by_day"])

    @property
    def day(self) -> Union[SpreadKnown, None]:
        """The day of the agreement, in the worlds that have one; `None` if none has."""
        return _maybe(_spread_known, self._data["day"])

    @property
    def ends(self) -> Tuple[TalksEnded, ...]:
        """What ends the talks; the shares add up to 1."""
        return _each(TalksEnded, self._data["ends"])

    @property
    def packages(self) -> Tuple[TalksPackage, ...]:
        """On what they agree, the likeliest package first; at most twelve."""
        return _each(TalksPackage, self._data["packages"])

    @property
    def different_packages(self) -> int:
        """How many different packages they agree on."""
        return self._data["different_packages"]  # type: ignore[no-any-return]

    @property
    def options(self) -> Mapping[str, Mapping[str, Share]]:
        """By issue, how often each option is in an agreement."""
        return _by_name(lambda one: _by_name(_share, one), self._data["options"])

    @property
    def levers(self) -> Tuple[TalksLever, ...]:
        """What somebody could do, what shortens the talks most first."""
        return _each(TalksLever, self._data["levers"])

    @property
    def distance(self) -> TalksDistance:
        """How far what they agree on lies from what was possible in the same world on the day of signing."""
        return TalksDistance(self._data["distance"])

    @property
    def headline(self) -> Tuple[str, ...]:
        """All of it in sentences, most important first."""
        return _list(self._data["headline"])

    @property
    def caution(self) -> str:
        """What must be said beside it."""
        return self._data["caution"]  # type: ignore[no-any-return]


class TalksLeading(View):
    """The package most often agreed on."""

    __slots__ = ()

    @property
    def outcome(self) -> PackageOptions:
        """The package."""
        return self._data["outcome"]  # type: ignore[no-any-return]

    @property
    def of_agreements(self) -> Share:
        """In what share of the agreements."""
        return _share(self._data["of_agreements"])


class TalksLever(View):
    """Something that somebody could do, tried in the same worlds with the same chance."""

    __slots__ = ()

    @property
    def name(self) -> str:
        """What, in words."""
        return self._data["name"]  # type: ignore[no-any-return]

    @property
    def agreement(self) -> Share:
        """The chance of an agreement within the horizon then."""
        return _share(self._data["agreement"])

    @property
    def agreement_gain(self) -> TalksDifference:
        """What it adds to that chance."""
        return TalksDifference(self._data["agreement_gain"])

    @property
    def days(self) -> TalksDifference:
        """What it adds to the days without an agreement, up to the horizon, on the mean; below 0 if it shortens them.
        """
        return TalksDifference(self._data["days"])


class TalksPackage(View):
    """A package on which they agree."""

    __slots__ = ()

    @property
    def outcome(self) -> PackageOptions:
        """The package."""
        return self._data["outcome"]  # type: ignore[no-any-return]

    @property
    def share(self) -> Share:
        """In what share of all worlds it is agreed on."""
        return _share(self._data["share"])

    @property
    def day(self) -> Union[Spread, None]:
        """On which day."""
        return _maybe(_spread, self._data["day"])

    @property
    def worth(self) -> Tuple[Union[Spread, None], ...]:
        """What it is worth to each party in those worlds."""
        return _each(lambda one: _maybe(_spread, one), self._data["worth"])


class TextAllows(View):
    """What a text still allows."""

    __slots__ = ()

    @property
    def packages(self) -> Union[str, None]:
        """How many packages, in digits; `None` where that cannot be counted. Continuous issues count as their stops.
        """
        return self._data["packages"]  # type: ignore[no-any-return]

    @property
    def without_text(self) -> Union[str, None]:
        """How many there are without a text; `None` as above."""
        return self._data["without_text"]  # type: ignore[no-any-return]

    @property
    def options(self) -> Mapping[str, Tuple[OptionValue, ...]]:
        """The options of each issue that are in some package allowed, by its id; empty where that cannot be told."""
        return _by_name(_list, self._data["options"])


class TextAnswer(View):
    """What `detente text CASE --json` prints."""

    __slots__ = ()

    @property
    def case(self) -> CaseNamed:
        """The case."""
        return CaseNamed(self._data["case"])

    @property
    def seed(self) -> int:
        """The seed of the draws."""
        return self._data["seed"]  # type: ignore[no-any-return]

    @property
    def draws(self) -> int:
        """How many worlds were drawn."""
        return self._data["draws"]  # type: ignore[no-any-return]

    @property
    def headline(self) -> Tuple[str, ...]:
        """What matters most, in sentences."""
        return _list(self._data["headline"])

    @property
    def version(self) -> TextVersionNamed:
        """The version that is told of."""
        return TextVersionNamed(self._data["version"])

    @property
    def title(self) -> Union[str, None]:
        """What the text is called; `None` where the version does not say."""
        return self._data["title"]  # type: ignore[no-any-return]

    @property
    def note(self) -> Union[str, None]:
        """A remark of whoever wrote it; `None` where there is none."""
        return self._data["note"]  # type: ignore[no-any-return]

    @property
    def versions(self) -> Tuple[TextVersionNamed, ...]:
        """All versions, the earliest first."""
        return _each(TextVersionNamed, self._data["versions"])

    @property
    def settled(self) -> Union[TextSettled, None]:
        """The package on which the text is settled, with `--package`; `None` without."""
        return _maybe(TextSettled, self._data["settled"])

    @property
    def articles(self) -> Tuple[ArticleTold, ...]:
        """Its articles, in reading order."""
        return _each(ArticleTold, self._data["articles"])

    @property
    def allowed(self) -> TextAllows:
        """What it still allows."""
        return TextAllows(self._data["allowed"])

    @property
    def figures(self) -> Tuple[FigureCompared, ...]:
        """What the text does to the figures: the case without a text (before) against the case under it (after), in the
        same draws.
        """
        return _each(FigureCompared, self._data["figures"])

    @property
    def words(self) -> Tuple[WordsCompared, ...]:
        """What it does to what is said in words."""
        return _each(WordsCompared, self._data["words"])

    @property
    def brackets(self) -> Tuple[BracketTold, ...]:
        """The open brackets that word options, the one that matters most first. A bracket that words none is in its
        clause only.
        """
        return _each(BracketTold, self._data["brackets"])

    @property
    def wordings_not_judged(self) -> int:
        """How many wordings of brackets were not judged because there are too many."""
        return self._data["wordings_not_judged"]  # type: ignore[no-any-return]

    @property
    def unopposed(self) -> Tuple[str, ...]:
        """The ids of the clauses to which nobody objects."""
        return _list(self._data["unopposed"])

    @property
    def unknown(self) -> Tuple[str, ...]:
        """The ids of the clauses that nothing in the model knows."""
        return _list(self._data["unknown"])

    @property
    def not_worded(self) -> Tuple[str, ...]:
        """The ids of the issues that no clause words."""
        return _list(self._data["not_worded"])


class TextDiffAnswer(View):
    """What `detente text diff --json` prints."""

    __slots__ = ()

    @property
    def case(self) -> CaseNamed:
        """The case."""
        return CaseNamed(self._data["case"])

    @property
    def seed(self) -> int:
        """The seed of the draws."""
        return self._data["seed"]  # type: ignore[no-any-return]

    @property
    def draws(self) -> int:
        """How many worlds were drawn."""
        return self._data["draws"]  # type: ignore[no-any-return]

    @property
    def headline(self) -> Tuple[str, ...]:
        """What matters most, in sentences."""
        return _list(self._data["headline"])

    @property
    def before(self) -> TextVersionNamed:
        """The first version."""
        return TextVersionNamed(self._data["before"])

    @property
    def after(self) -> TextVersionNamed:
        """The second version."""
        return TextVersionNamed(self._data["after"])

    @property
    def clauses(self) -> Tuple[ClauseChanged, ...]:
        """The clauses that changed: those of the second version in its order, then those that are gone."""
        return _each(ClauseChanged, self._data["clauses"])

    @property
    def unchanged(self) -> int:
        """How many clauses stay as they were."""
        return self._data["unchanged"]  # type: ignore[no-any-return]

    @property
    def allowed_before(self) -> TextAllows:
        """What the first allowed."""
        return TextAllows(self._data["allowed_before"])

    @property
    def allowed_after(self) -> TextAllows:
        """What the second allows."""
        return TextAllows(self._data["allowed_after"])

    @property
    def opens(self) -> Mapping[str, Tuple[OptionValue, ...]]:
        """Options that the second opens in the text as a whole, by issue."""
        return _by_name(_list, self._data["opens"])

    @property
    def closes(self) -> Mapping[str, Tuple[OptionValue, ...]]:
        """Options that it closes in the text as a whole, by issue."""
        return _by_name(_list, self._data["closes"])

    @property
    def figures(self) -> Tuple[FigureCompared, ...]:
        """What all changes together do: the case under the first (before) against the case under the second (after), in
        the same draws.
        """
        return _each(FigureCompared, self._data["figures"])

    @property
    def words(self) -> Tuple[WordsCompared, ...]:
        """What they do to what is said in words."""
        return _each(WordsCompared, self._data["words"])


class TextSettled(View):
    """How a text was settled on a package."""

    __slots__ = ()

    @property
    def package(self) -> PackageOptions:
        """The package."""
        return self._data["package"]  # type: ignore[no-any-return]

    @property
    def against(self) -> Tuple[str, ...]:
        """The ids of the clauses that did not allow it as they stood; empty where the version allows it."""
        return _list(self._data["against"])

    @property
    def borrowed(self) -> Tuple[WordsBorrowed, ...]:
        """Words that were not on the table."""
        return _each(WordsBorrowed, self._data["borrowed"])


class TextVersionNamed(View):
    """A version of a text."""

    __slots__ = ()

    @property
    def name(self) -> str:
        """The name of its file, without the ending."""
        return self._data["name"]  # type: ignore[no-any-return]

    @property
    def date(self) -> str:
        """Its day: `2024-02-14`."""
        return self._data["date"]  # type: ignore[no-any-return]

    @property
    def by(self) -> str:
        """Who wrote it."""
        return self._data["by"]  # type: ignore[no-any-return]


class ThreeTestsFound(View):
    """The leading packages under the three tests: would all sign (acceptable), would nobody gain by stopping half-way
    (enforceable), would it last (durable)?
    """

    __slots__ = ()

    @property
    def worlds(self) -> int:
        """In how many worlds the packages were tried."""
        return self._data["worlds"]  # type: ignore[no-any-return]

    @property
    def lasting_days(self) -> float:
        """The days beyond which a durable package lasts."""
        return self._data["lasting_days"]  # type: ignore[no-any-return]

    @property
    def packages(self) -> Tuple[PackageTested, ...]:
        """The leading packages, in their order."""
        return _each(PackageTested, self._data["packages"])

    @property
    def best(self) -> Union[str, None]:
        """The letter of the package that does best on all tests; `None` if none ever passes."""
        return self._data["best"]  # type: ignore[no-any-return]

    @property
    def changes(self) -> Tuple[ChangeTested, ...]:
        """Changes of the best package, or of the first if none passes, the most helpful first."""
        return _each(ChangeTested, self._data["changes"])

    @property
    def manners(self) -> Tuple[MannerTested, ...]:
        """The ways of carrying the exchange out that the case proposes."""
        return _each(MannerTested, self._data["manners"])

    @property
    def sentences(self) -> Tuple[str, ...]:
        """What matters most, in sentences."""
        return _list(self._data["sentences"])


class TournamentAnswer(View):
    """What `detente tournament SCENARIO… --strategies WAY,… --json` prints. Ways to bargain go by their names; every
    list of values over ways follows `tournament.ways`.
    """

    __slots__ = ()

    @property
    def tournament(self) -> TournamentHeld:
        """What was held."""
        return TournamentHeld(self._data["tournament"])

    @property
    def standings(self) -> Tuple[WayStanding, ...]:
        """How each way did, the one that gained most first. Means are taken within each pair of scenario and party first
        and then over these pairs.
        """
        return _each(WayStanding, self._data["standings"])

    @property
    def comparisons(self) -> WaysCompared:
        """Who is better than whom by more than luck of the scenarios."""
        return WaysCompared(self._data["comparisons"])

    @property
    def roles(self) -> Tuple[WayInRole, ...]:
        """How each way did in each role."""
        return _each(WayInRole, self._data["roles"])

    @property
    def payoffs(self) -> Tuple[Tuple[Union[float, None], ...], ...]:
        """Row i, column j: the mean advantage of way i when way j is at the table too; `None` where they never met.
        """
        return _each(_list, self._data["payoffs"])

    @property
    def game(self) -> Union[GameOfWays, None]:
        """What the theory of games says of these payoffs, as a symmetric game of two; `None` without self-play, where
        nobody knows what a way gets against itself.
        """
        return _maybe(GameOfWays, self._data["game"])


class TournamentHeld(View):
    """What was held in a tournament."""

    __slots__ = ()

    @property
    def ways(self) -> Tuple[str, ...]:
        """The ways to bargain, in the order in which they were named."""
        return _list(self._data["ways"])

    @property
    def scenarios(self) -> Tuple[TournamentScenario, ...]:
        """The scenarios, in the order in which they were named."""
        return _each(TournamentScenario, self._data["scenarios"])

    @property
    def protocol(self) -> str:
        """Who may speak when: `alternating offers`, `simultaneous offers` or `TAU`."""
        return self._data["protocol"]  # type: ignore[no-any-return]

    @property
    def rounds(self) -> int:
        """After how many rounds talks are over."""
        return self._data["rounds"]  # type: ignore[no-any-return]

    @property
    def repetitions(self) -> int:
        """How often each negotiation counts."""
        return self._data["repetitions"]  # type: ignore[no-any-return]

    @property
    def seed(self) -> int:
        """The seed of all chance."""
        return self._data["seed"]  # type: ignore[no-any-return]

    @property
    def self_play(self) -> bool:
        """Whether a way also met itself."""
        return self._data["self_play"]  # type: ignore[no-any-return]

    @property
    def negotiations(self) -> int:
        """How many negotiations were held. Those in which nobody draws chance were held once, whatever `repetitions`
        says.
        """
        return self._data["negotiations"]  # type: ignore[no-any-return]


class TournamentScenario(View):
    """A scenario of a tournament."""

    __slots__ = ()

    @property
    def name(self) -> str:
        """Its name, from its file or folder."""
        return self._data["name"]  # type: ignore[no-any-return]

    @property
    def parties(self) -> Tuple[str, ...]:
        """Its parties."""
        return _list(self._data["parties"])

    @property
    def packages(self) -> str:
        """How many packages can be put together before any is ruled out, as digits."""
        return self._data["packages"]  # type: ignore[no-any-return]

    @property
    def frontier(self) -> Union[int, None]:
        """How many points its frontier has; `None` where that is not known."""
        return self._data["frontier"]  # type: ignore[no-any-return]

    @property
    def frontier_not_known(self) -> Union[str, None]:
        """Why the frontier is not known; `None` where it is."""
        return self._data["frontier_not_known"]  # type: ignore[no-any-return]

    @property
    def no_zone(self) -> Union[bool, None]:
        """Whether no package is acceptable to all, so that there are no bargaining solutions; `None` where that is not
        known.
        """
        return self._data["no_zone"]  # type: ignore[no-any-return]


class TrackRecord(View):
    """How well figures of a kind have done, for one answer."""

    __slots__ = ()

    @property
    def kind(self) -> ForecastKind:
        """The kind of figure."""
        return self._data["kind"]  # type: ignore[no-any-return]

    @property
    def figure(self) -> str:
        """What kind of figure it is, in words."""
        return self._data["figure"]  # type: ignore[no-any-return]

    @property
    def tested(self) -> bool:
        """Whether figures of this kind have been held against what happened."""
        return self._data["tested"]  # type: ignore[no-any-return]

    @property
    def sentence(self) -> str:
        """What came of those, in a sentence; or that none has been tested."""
        return self._data["sentence"]  # type: ignore[no-any-return]

    @property
    def see(self) -> str:
        """Where all of it is told: a page of the documentation, and the place on it."""
        return self._data["see"]  # type: ignore[no-any-return]


class TrancheFound(View):
    """One extension."""

    __slots__ = ()

    @property
    def day(self) -> float:
        """The day on which it begins."""
        return self._data["day"]  # type: ignore[no-any-return]

    @property
    def gives(self) -> Mapping[str, int]:
        """How many of each lot are handed over for it, both ways."""
        return self._data["gives"]  # type: ignore[no-any-return]

    @property
    def gain(self) -> Mapping[str, float]:
        """What each side gains by it, on its own scale."""
        return self._data["gain"]  # type: ignore[no-any-return]


class TwoWaysCompared(View):
    """Two ways to bargain compared."""

    __slots__ = ()

    @property
    def better(self) -> str:
        """The one with the larger mean advantage."""
        return self._data["better"]  # type: ignore[no-any-return]

    @property
    def worse(self) -> str:
        """The other."""
        return self._data["worse"]  # type: ignore[no-any-return]

    @property
    def difference(self) -> float:
        """By how much."""
        return self._data["difference"]  # type: ignore[no-any-return]

    @property
    def p(self) -> float:
        """The share of ways to change signs that give a difference as large."""
        return self._data["p"]  # type: ignore[no-any-return]

    @property
    def p_corrected(self) -> float:
        """The same, corrected."""
        return self._data["p_corrected"]  # type: ignore[no-any-return]


class ValueKept(View):
    """A place that stays as the first reading has it."""

    __slots__ = ()

    @property
    def path(self) -> str:
        """The path in the case file."""
        return self._data["path"]  # type: ignore[no-any-return]

    @property
    def because(self) -> str:
        """Why it is not pooled."""
        return self._data["because"]  # type: ignore[no-any-return]


class ValuePooled(View):
    """A figure that was pooled."""

    __slots__ = ()

    @property
    def path(self) -> str:
        """The path in the case file."""
        return self._data["path"]  # type: ignore[no-any-return]

    @property
    def written(self) -> str:
        """What is written, as TOML: a number, a range, or a range with its most likely value."""
        return self._data["written"]  # type: ignore[no-any-return]

    @property
    def mean(self) -> float:
        """The mean by the rule."""
        return self._data["mean"]  # type: ignore[no-any-return]

    @property
    def spread(self) -> float:
        """The standard deviation by the rule."""
        return self._data["spread"]  # type: ignore[no-any-return]

    @property
    def written_spread(self) -> float:
        """The standard deviation of what is written."""
        return self._data["written_spread"]  # type: ignore[no-any-return]


class ValueSet(View):
    """A value that was set for one look at a case."""

    __slots__ = ()

    @property
    def path(self) -> str:
        """The path in the case file."""
        return self._data["path"]  # type: ignore[no-any-return]

    @property
    def before(self) -> Union[str, None]:
        """What the file says, as TOML on one line; `None` where it says nothing."""
        return self._data["before"]  # type: ignore[no-any-return]

    @property
    def after(self) -> Union[str, None]:
        """What stands in its place, as TOML on one line; `None` where it was taken out."""
        return self._data["after"]  # type: ignore[no-any-return]


class ViewFound(View):
    """How a party would look at the day after."""

    __slots__ = ()

    @property
    def party(self) -> str:
        """The id of the party."""
        return self._data["party"]  # type: ignore[no-any-return]

    @property
    def stays(self) -> bool:
        """Whether it would stay."""
        return self._data["stays"]  # type: ignore[no-any-return]

    @property
    def moves_to(self) -> Union[int, None]:
        """The state to which it would move: of those that nothing holds it back from, the best for it. `None` when it
        would stay.
        """
        return self._data["moves_to"]  # type: ignore[no-any-return]

    @property
    def because(self) -> str:
        """Why, in a sentence."""
        return self._data["because"]  # type: ignore[no-any-return]


class VoteFound(View):
    """A vote at home in the central world, in shares of all the weight that votes, 0 to 1."""

    __slots__ = ()

    @property
    def in_favour(self) -> float:
        """What would vote for the package."""
        return self._data["in_favour"]  # type: ignore[no-any-return]

    @property
    def needed(self) -> float:
        """What must vote for it."""
        return self._data["needed"]  # type: ignore[no-any-return]

    @property
    def carried(self) -> bool:
        """Whether that carries it."""
        return self._data["carried"]  # type: ignore[no-any-return]


class VotesFound(View):
    """A vote at home that falls short. Shares are of the weight of all who vote, 0 to 1."""

    __slots__ = ()

    @property
    def carried(self) -> float:
        """The largest share that would vote for a package which meets all else."""
        return self._data["carried"]  # type: ignore[no-any-return]

    @property
    def carried_at_most(self) -> float:
        """No such package has more; the same unless a limit on work was met."""
        return self._data["carried_at_most"]  # type: ignore[no-any-return]

    @property
    def needed(self) -> float:
        """The share that is needed."""
        return self._data["needed"]  # type: ignore[no-any-return]

    @property
    def winnable(self) -> Tuple[WinnableFound, ...]:
        """The audiences of which winning over one alone would carry it."""
        return _each(WinnableFound, self._data["winnable"])


class WantedFound(View):
    """What would make a state hold sequentially."""

    __slots__ = ()

    @property
    def state(self) -> Union[int, None]:
        """The state."""
        return self._data["state"]  # type: ignore[no-any-return]

    @property
    def preferences(self) -> PreferencesChanged:
        """The least change of preferences."""
        return PreferencesChanged(self._data["preferences"])

    @property
    def measures(self) -> Tuple[Tuple[MeasureFound, ...], ...]:
        """The least that a third party could bring about: every set of the smallest size that works. One empty set if
        nothing is needed.
        """
        return _each(lambda one: _each(MeasureFound, one), self._data["measures"])

    @property
    def measures_complete(self) -> bool:
        """Whether every set up to that size was tried."""
        return self._data["measures_complete"]  # type: ignore[no-any-return]


class WatchAnswer(View):
    """What `detente watch CASE --json` prints."""

    __slots__ = ()

    @property
    def case(self) -> CaseNamed:
        """The case."""
        return CaseNamed(self._data["case"])

    @property
    def seed(self) -> int:
        """The seed of the draws."""
        return self._data["seed"]  # type: ignore[no-any-return]

    @property
    def draws(self) -> int:
        """How many worlds were drawn."""
        return self._data["draws"]  # type: ignore[no-any-return]

    @property
    def watch(self) -> WatchFound:
        """What was promised, and what became of it."""
        return WatchFound(self._data["watch"])


class WatchFound(View):
    """What was promised and what became of it, as it was known on the day of the case. Dates are written `2024-02-14`;
    parties go by their ids, lots by their names.
    """

    __slots__ = ()

    @property
    def outcome(self) -> PackageOptions:
        """The package that is carried out."""
        return self._data["outcome"]  # type: ignore[no-any-return]

    @property
    def day(self) -> str:
        """The day."""
        return self._data["day"]  # type: ignore[no-any-return]

    @property
    def begins(self) -> Union[str, None]:
        """The day that is day 0 of the pledge; `None` if the case does not say."""
        return self._data["begins"]  # type: ignore[no-any-return]

    @property
    def pledge_ends(self) -> Union[str, None]:
        """The last day of the pledge, with the days by which it was extended; `None` if there is none, or it has ended.
        """
        return self._data["pledge_ends"]  # type: ignore[no-any-return]

    @property
    def ended(self) -> Union[str, None]:
        """The day on which the exchange ended otherwise than by being carried out; `None` if it has not."""
        return self._data["ended"]  # type: ignore[no-any-return]

    @property
    def commitments(self) -> Tuple[CommitmentWatched, ...]:
        """Every commitment that was agreed by then, in the order of the case."""
        return _each(CommitmentWatched, self._data["commitments"])

    @property
    def parties(self) -> Tuple[PartyWatched, ...]:
        """For each party concerned how many of its commitments stand how."""
        return _each(PartyWatched, self._data["parties"])

    @property
    def deliveries(self) -> Tuple[DeliveryWatched, ...]:
        """Who has handed over how much to whom: commitments to hand over the same together."""
        return _each(DeliveryWatched, self._data["deliveries"])

    @property
    def exchange(self) -> Union[ExchangeWatched, None]:
        """Whether each side gains by going on, where one would stop, what delay is borne, and the exchange planned anew.
        `None` if no part of an exchange was promised, or it has ended.
        """
        return _maybe(ExchangeWatched, self._data["exchange"])

    @property
    def lasting(self) -> Union[LastingWatched, None]:
        """How long it lasts on, given that it has held until then and given breaches; `None` if the case has no
        durability, or it has ended.
        """
        return _maybe(LastingWatched, self._data["lasting"])

    @property
    def outlook(self) -> Union[OutlookWatched, None]:
        """The chance that it lasts until a day; `None` if it has ended, or if the case has neither an exchange that was
        promised nor durability.
        """
        return _maybe(OutlookWatched, self._data["outlook"])

    @property
    def next(self) -> Tuple[ObservationWeighed, ...]:
        """What could be seen next, what moves that chance most first."""
        return _each(ObservationWeighed, self._data["next"])

    @property
    def not_weighed(self) -> int:
        """How many further observations there would be: of so many the earliest 24 are weighed."""
        return self._data["not_weighed"]  # type: ignore[no-any-return]

    @property
    def report(self) -> str:
        """The fewest words for a report of monitors."""
        return self._data["report"]  # type: ignore[no-any-return]

    @property
    def headline(self) -> Tuple[str, ...]:
        """All of it in sentences, most important first."""
        return _list(self._data["headline"])


class WayInRole(View):
    """How a way did as one party of one scenario."""

    __slots__ = ()

    @property
    def scenario(self) -> str:
        """The scenario."""
        return self._data["scenario"]  # type: ignore[no-any-return]

    @property
    def party(self) -> str:
        """The party."""
        return self._data["party"]  # type: ignore[no-any-return]

    @property
    def way(self) -> str:
        """The way."""
        return self._data["way"]  # type: ignore[no-any-return]

    @property
    def negotiations(self) -> int:
        """As how many negotiations it counts."""
        return self._data["negotiations"]  # type: ignore[no-any-return]

    @property
    def advantage(self) -> float:
        """Its mean advantage."""
        return self._data["advantage"]  # type: ignore[no-any-return]

    @property
    def utility(self) -> float:
        """What it got, on average."""
        return self._data["utility"]  # type: ignore[no-any-return]

    @property
    def welfare(self) -> float:
        """What all at its tables got, on average."""
        return self._data["welfare"]  # type: ignore[no-any-return]

    @property
    def agreement(self) -> float:
        """The share of its negotiations that ended in an agreement."""
        return self._data["agreement"]  # type: ignore[no-any-return]

    @property
    def rounds(self) -> float:
        """In how many rounds they ended, on average."""
        return self._data["rounds"]  # type: ignore[no-any-return]

    @property
    def distances(self) -> Mapping[str, Union[float, None]]:
        """How far from the frontier and from each bargaining solution they ended, on average; `None` where that is not
        known.
        """
        return _by_name(lambda one: one, self._data["distances"])


class WayScored(View):
    """How one way to forecast did."""

    __slots__ = ()

    @property
    def way(self) -> str:
        """Its name."""
        return self._data["way"]  # type: ignore[no-any-return]

    @property
    def nats(self) -> float:
        """Minus the natural logarithm of the chance given to the package settled on, on average. Less is better."""
        return self._data["nats"]  # type: ignore[no-any-return]

    @property
    def first(self) -> float:
        """In which share of the settlements the likeliest package was the one, ties shared out."""
        return self._data["first"]  # type: ignore[no-any-return]

    @property
    def first_expected(self) -> float:
        """In which share it should have been, by the forecasts."""
        return self._data["first_expected"]  # type: ignore[no-any-return]

    @property
    def points_off(self) -> float:
        """By how many points a side's expected result is off, on average."""
        return self._data["points_off"]  # type: ignore[no-any-return]

    @property
    def calibration(self) -> Tuple[BinScored, ...]:
        """Chances beside what happened, by how large they were."""
        return _each(BinScored, self._data["calibration"])

    @property
    def each(self) -> Tuple[float, ...]:
        """The nats of each settlement, in the order of the table."""
        return _list(self._data["each"])


class WayStanding(View):
    """How a way to bargain did."""

    __slots__ = ()

    @property
    def way(self) -> str:
        """The way."""
        return self._data["way"]  # type: ignore[no-any-return]

    @property
    def advantage(self) -> MeanOverRoles:
        """Its advantage: the share of what could be gained over no deal that it gained; 0 without an agreement, 1 with
        its party's best package.
        """
        return MeanOverRoles(self._data["advantage"])

    @property
    def utility(self) -> MeanOverRoles:
        """What it got, on the scales of its parties."""
        return MeanOverRoles(self._data["utility"])

    @property
    def welfare(self) -> MeanOverRoles:
        """What all at its tables got, on average, each on their own scale."""
        return MeanOverRoles(self._data["welfare"])

    @property
    def agreement(self) -> MeanOverRoles:
        """The share of its negotiations that ended in an agreement."""
        return MeanOverRoles(self._data["agreement"])

    @property
    def rounds(self) -> MeanOverRoles:
        """In how many rounds they ended."""
        return MeanOverRoles(self._data["rounds"])

    @property
    def distances(self) -> Mapping[str, Union[MeanOverRoles, None]]:
        """How far from the nearest point of the `frontier` over all packages, and from each bargaining solution, they
        ended: the distance of values as a share of the diagonal of the box that values lie in; without an agreement
        from what no deal is worth. `None` where that is known on no scenario.
        """
        return _by_name(lambda one: _maybe(MeanOverRoles, one), self._data["distances"])

    @property
    def seconds(self) -> Union[float, None]:
        """How many seconds a negotiation took in which it sat. Only with `--timed`."""
        return self._data.get("seconds")


class WaysCompared(View):
    """Ways to bargain compared in pairs, on the mean advantage in each pair of scenario and party."""

    __slots__ = ()

    @property
    def test(self) -> str:
        """The test: that of Fisher (1935), which changes the signs of paired differences."""
        return self._data["test"]  # type: ignore[no-any-return]

    @property
    def on(self) -> int:
        """On how many pairs of scenario and party."""
        return self._data["on"]  # type: ignore[no-any-return]

    @property
    def exact(self) -> bool:
        """Whether every way to change signs was looked at; if not, 20,000 were drawn."""
        return self._data["exact"]  # type: ignore[no-any-return]

    @property
    def correction(self) -> str:
        """The correction for many comparisons: that of Holm (1979)."""
        return self._data["correction"]  # type: ignore[no-any-return]

    @property
    def pairs(self) -> Tuple[TwoWaysCompared, ...]:
        """Every pair of ways, the clearest first."""
        return _each(TwoWaysCompared, self._data["pairs"])


class WinnableFound(View):
    """An audience whose vote alone would make the difference."""

    __slots__ = ()

    @property
    def audience(self) -> str:
        """The id of the audience."""
        return self._data["audience"]  # type: ignore[no-any-return]

    @property
    def short(self) -> Union[float, None]:
        """How much more the nearest package would have to be worth to it, on its own scale."""
        return self._data["short"]  # type: ignore[no-any-return]

    @property
    def crossed(self) -> Tuple[str, ...]:
        """The ids of the issues on which that package crosses a red line of it."""
        return _list(self._data["crossed"])

    @property
    def outcome(self) -> PackageOptions:
        """The package that comes nearest."""
        return self._data["outcome"]  # type: ignore[no-any-return]


class WordingJudged(View):
    """What settling a bracket on a wording does."""

    __slots__ = ()

    @property
    def words(self) -> str:
        """The words; empty where nothing would stand."""
        return self._data["words"]  # type: ignore[no-any-return]

    @property
    def options(self) -> Mapping[str, Tuple[OptionValue, ...]]:
        """The options that they word."""
        return _by_name(_list, self._data["options"])

    @property
    def figures(self) -> Tuple[FigureCompared, ...]:
        """The text as it stands (before) against the text with this wording alone (after); empty where it was not
        judged.
        """
        return _each(FigureCompared, self._data["figures"])


class WordingTold(View):
    """A wording of a bracket."""

    __slots__ = ()

    @property
    def words(self) -> str:
        """The words; empty where nothing would stand."""
        return self._data["words"]  # type: ignore[no-any-return]

    @property
    def options(self) -> Mapping[str, Tuple[OptionValue, ...]]:
        """The options that they word."""
        return _by_name(_list, self._data["options"])

    @property
    def struck(self) -> bool:
        """Whether it was struck out."""
        return self._data["struck"]  # type: ignore[no-any-return]


class WordsBorrowed(View):
    """Words that were not on the table."""

    __slots__ = ()

    @property
    def clause(self) -> str:
        """The id of the clause in which they stand."""
        return self._data["clause"]  # type: ignore[no-any-return]

    @property
    def options(self) -> Mapping[str, Tuple[OptionValue, ...]]:
        """The options that they word."""
        return _by_name(_list, self._data["options"])

    @property
    def from_(self) -> str:
        """Whose they are: `struck` (struck out of this version), `version` (of another one) or `case` (nobody's: what
        the case calls issue and option).
        """
        return self._data["from"]  # type: ignore[no-any-return]

    @property
    def version(self) -> Union[str, None]:
        """The name of the other version; `None` where they are not of one."""
        return self._data["version"]  # type: ignore[no-any-return]


class WordsCompared(View):
    """What two cases say in words."""

    __slots__ = ()

    @property
    def says(self) -> str:
        """What is said: `leading` (the package most often acceptable to all), `best` (the package that does best on all
        tests), `stability.rests` (where the conflict would come to rest), `stability.prospects` (what all would like
        no less, and whether it would hold the day after), `stability.held` (the states in which all would stay).
        """
        return self._data["says"]  # type: ignore[no-any-return]

    @property
    def name(self) -> str:
        """The same in words."""
        return self._data["name"]  # type: ignore[no-any-return]

    @property
    def before(self) -> Union[str, None]:
        """In the first case; `None` where it says nothing."""
        return self._data["before"]  # type: ignore[no-any-return]

    @property
    def after(self) -> Union[str, None]:
        """In the second case; `None` where it says nothing."""
        return self._data["after"]  # type: ignore[no-any-return]


class WordsKept(View):
    """Words that stay, go or come."""

    __slots__ = ()

    @property
    def kind(self) -> str:
        """`same`, `out` (in the first alone) or `in` (in the second alone)."""
        return self._data["kind"]  # type: ignore[no-any-return]

    @property
    def words(self) -> str:
        """The words."""
        return self._data["words"]  # type: ignore[no-any-return]


class WorkedOut(View):
    """What was worked out; what takes too long in a large conflict is not."""

    __slots__ = ()

    @property
    def states(self) -> bool:
        """Whether every state is listed, with verdicts, likelihoods and prospects."""
        return self._data["states"]  # type: ignore[no-any-return]

    @property
    def paths(self) -> bool:
        """Whether the paths to the states that hold were looked for, if there is a status quo."""
        return self._data["paths"]  # type: ignore[no-any-return]

    @property
    def margins(self) -> bool:
        """Whether margins were worked out."""
        return self._data["margins"]  # type: ignore[no-any-return]

    @property
    def coalitions(self) -> bool:
        """Whether coalitions were gone through."""
        return self._data["coalitions"]  # type: ignore[no-any-return]


class ZoneFound(View):
    """The zone of agreement: the packages that all accept."""

    __slots__ = ()

    @property
    def exists(self) -> Union[bool, None]:
        """Whether there is one; `None` where a limit on work leaves it open."""
        return self._data["exists"]  # type: ignore[no-any-return]

    @property
    def exists_not_known(self) -> Union[str, None]:
        """The limit for which that is open; `None` where it is known."""
        return self._data["exists_not_known"]  # type: ignore[no-any-return]

    @property
    def outcomes(self) -> Union[str, None]:
        """How many packages all accept: digits. `None` where they are too many to count, and where issues are
        continuous.
        """
        return self._data["outcomes"]  # type: ignore[no-any-return]

    @property
    def outcomes_estimate(self) -> Union[CountEstimate, None]:
        """About how many; `None` where they are counted one by one, and where issues are continuous."""
        return _maybe(CountEstimate, self._data["outcomes_estimate"])

    @property
    def frontier(self) -> Union[Tuple[FrontierPointFound, ...], None]:
        """The points that nothing acceptable to all betters for everyone; empty without a zone, `None` where they are
        not listed.
        """
        return _maybe(lambda one: _each(FrontierPointFound, one), self._data["frontier"])

    @property
    def frontier_not_listed(self) -> Union[str, None]:
        """The limit for which `frontier` is `None`; `None` where it is listed."""
        return self._data["frontier_not_listed"]  # type: ignore[no-any-return]

    @property
    def frontier_tolerance(self) -> Union[float, None]:
        """D, the proven distance of the points listed from the exact frontier on each principal's scale; `None` when
        exact.
        """
        return self._data["frontier_tolerance"]  # type: ignore[no-any-return]

    @property
    def frontier_segments(self) -> Union[Tuple[FrontierLine, ...], None]:
        """Between the stops of continuous issues, the straight lines that this frontier runs along. `None` without such
        issues, and where they are not listed.
        """
        return _maybe(lambda one: _each(FrontierLine, one), self._data["frontier_segments"])

    @property
    def frontier_segments_not_listed(self) -> Union[str, None]:
        """Why `frontier_segments` is `None` in a case with continuous issues; `None` otherwise."""
        return self._data["frontier_segments_not_listed"]  # type: ignore[no-any-return]


class ZoneNotKnown(View):
    """Worlds of which it is open whether they have a zone."""

    __slots__ = ()

    @property
    def worlds(self) -> int:
        """How many."""
        return self._data["worlds"]  # type: ignore[no-any-return]

    @property
    def probability(self) -> Tuple[float, float]:
        """Between which shares, 0 to 1, the probability of a zone therefore lies: if none of them has one, and if all
        have.
        """
        return _pair(self._data["probability"])


class ZoneShift(View):
    """By how much the probability of a zone moved."""

    __slots__ = ()

    @property
    def value(self) -> float:
        """The difference, −1 to 1."""
        return self._data["value"]  # type: ignore[no-any-return]

    @property
    def interval(self) -> Tuple[float, float]:
        """Its 95 % interval."""
        return _pair(self._data["interval"])
