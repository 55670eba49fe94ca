//! How figures and lists are put into words: ranges before points, no false precision, one style everywhere.

use std::fmt::Display;

use detente_deals::{BigUint, Share, Units, ZoneCount};
use detente_model::{Case, Choice, Combination, Issue, IssueId, Package};

/// A share as a whole number of per cent; shares near the ends say so instead of claiming certainty.
///
/// ```
/// use detente_brief::words::percent;
///
/// assert_eq!(percent(0.224), "22 %");
/// assert_eq!(percent(0.004), "under 1 %");
/// assert_eq!(percent(1.0), "100 %");
/// ```
pub fn percent(share: f64) -> String {
    // Adding zero makes a plain zero of a minus zero.
    match share + 0.0 {
        s if s > 0.0 && s < 0.01 => "under 1 %".to_owned(),
        s if s < 1.0 && s > 0.99 => "over 99 %".to_owned(),
        s => format!("{:.0} %", s * 100.0),
    }
}

/// The same to a tenth of a per cent, for bounds that lie close to an end.
pub fn percent_to_tenths(share: f64) -> String {
    format!("{:.1} %", share * 100.0)
}

/// Shares that are compared with each other, to a tenth of a per cent, which is what a result of a vote is told to, or with as many more
/// digits as keep different ones apart.
///
/// ```
/// use detente_brief::words::told_apart;
///
/// assert_eq!(told_apart([0.545, 0.55]), ["54.5 %", "55 %"]);
/// assert_eq!(told_apart([0.49999, 0.5]), ["49.999 %", "50 %"]);
/// ```
pub fn told_apart<const N: usize>(shares: [f64; N]) -> [String; N] {
    let written = |digits: usize| -> [String; N] {
        shares.map(|share| {
            let text = format!("{:.digits$}", share * 100.0);
            let text = if digits > 0 { text.trim_end_matches('0').trim_end_matches('.') } else { &text };
            format!("{text} %")
        })
    };
    let apart =
        |texts: &[String; N]| (1..N).all(|i| (shares[i - 1] == shares[i]) == (texts[i - 1] == texts[i]));
    (1..=9).map(written).find(apart).unwrap_or_else(|| written(9))
}

/// By how many points at most the number of draws leaves a share open on either side, over all of some; `None` for none.
pub fn points_left_open(shares: impl IntoIterator<Item = Share>) -> Option<String> {
    let width = |share: Share| {
        let [low, high] = share.interval();
        (high - share.value()).max(share.value() - low)
    };
    let most = shares.into_iter().map(width).reduce(f64::max)?;
    // Rounded up: it is a bound. What floating point adds is no point.
    Some(plural((most * 100.0 - 1e-9).ceil().max(1.0), "point", "points"))
}

/// The interval of a share: `20–24 %`.
pub fn interval(share: Share) -> String {
    let [low, high] = share.interval();
    range(low * 100.0, high * 100.0, "%")
}

/// A share with its interval: `22 % (20–24)`.
pub fn share(share: Share) -> String {
    let [low, high] = share.interval();
    format!("{} ({:.0}–{:.0})", percent(share.value()), low * 100.0, high * 100.0)
}

fn range(low: f64, high: f64, unit: &str) -> String {
    let (low, high) = (format!("{low:.0}"), format!("{high:.0}"));
    if low == high { format!("{low} {unit}") } else { format!("{low}–{high} {unit}") }
}

/// A probability with the range that doubt leaves, if it leaves any: `34 % (20–52)`.
pub fn ranged(value: f64, low: f64, high: f64) -> String {
    if high - low < 1e-9 {
        return percent(value);
    }
    format!("{} ({:.0}–{:.0})", percent(value), low * 100.0, high * 100.0)
}

/// A whole number with its range, the number alone where the range is no range: `3 (2–5)`.
pub fn ranged_whole(value: f64, low: f64, high: f64) -> String {
    if high - low < 0.5 {
        return format!("{value:.0}");
    }
    format!("{value:.0} ({low:.0}–{high:.0})")
}

/// By how many points of a hundred a share moves, with its sign: `−4 points`, `under 1 point`.
pub fn points(by: f64) -> String {
    match by.abs() * 100.0 {
        0.0 => "no change".to_owned(),
        size if size < 1.0 => "under 1 point".to_owned(),
        size => format!(
            "{}{size:.0} point{}",
            if by < 0.0 { "−" } else { "+" },
            if size < 1.5 { "" } else { "s" }
        ),
    }
}

/// What a claim weighs, from the logarithm of its likelihood ratio: `2.4 : 1 for`.
///
/// ```
/// use detente_brief::words::weight;
///
/// assert_eq!(weight(3f64.ln()), "3.0 : 1 for");
/// assert_eq!(weight(-1.5f64.ln()), "1.5 : 1 against");
/// assert_eq!(weight(0.0), "nothing");
/// ```
pub fn weight(log_ratio: f64) -> String {
    let ratio = log_ratio.abs().exp();
    match log_ratio {
        0.0 => "nothing".to_owned(),
        x => {
            let size = if ratio < 100.0 { format!("{ratio:.1}") } else { "over 100".to_owned() };
            format!("{size} : 1 {}", if x > 0.0 { "for" } else { "against" })
        }
    }
}

/// A value on a party's own scale, to two decimals, with a true minus sign.
pub fn value(value: Units) -> String {
    signed(value.to_f64(), false)
}

/// A difference of values, with its sign.
pub fn difference(difference: Units) -> String {
    signed(difference.to_f64(), true)
}

/// A difference that is known from below, and exactly where both bounds are the same.
pub fn at_least(least: Units, at_most: Option<Units>) -> String {
    let value = difference(least);
    if at_most.is_none_or(|most| most == least) { value } else { format!("at least {value}") }
}

fn signed(x: f64, plus: bool) -> String {
    let digits = format!("{:.2}", x.abs());
    match (digits.as_str(), x < 0.0) {
        ("0.00", _) => digits,
        (_, true) => format!("−{digits}"),
        (_, false) if plus => format!("+{digits}"),
        _ => digits,
    }
}

/// Why a frontier is not listed, and what would help.
pub fn not_listed(limit: &dyn Display, tolerance: Option<Units>) -> String {
    if tolerance.is_some() {
        format!("{limit}; a larger `--tolerance` takes less")
    } else {
        format!("{limit}; `--tolerance 0.01` lists one to within 0.01 on each party's scale")
    }
}

/// A tolerance on each party's scale, as short as it can be said: `0.01`.
pub fn tolerance(distance: Units) -> String {
    distance.to_string()
}

/// A count with thin groups of thousands: `112 896`.
pub fn count(n: impl Display) -> String {
    let digits = n.to_string();
    let groups: Vec<&str> = digits
        .as_bytes()
        .rchunks(3)
        .rev()
        .map(|group| std::str::from_utf8(group).unwrap_or_default())
        .collect();
    groups.join("\u{202f}")
}

/// From here on a count is given to three digits: nobody reads twelve, and JSON has all of them.
const WRITTEN_OUT: u32 = 1_000_000_000;

/// `10¹²`, `2.5 × 10¹²`, `about 1.27 × 10¹¹`.
fn power_of_ten(n: &BigUint) -> String {
    let (figures, mut power) = (n.to_string(), n.to_string().len() - 1);
    let (lead, rest) = figures.split_at(figures.len().min(3));
    let mut digits: u32 = lead.parse().unwrap_or(0);
    if rest.as_bytes().first().is_some_and(|digit| *digit >= b'5') {
        digits += 1;
    }
    if digits == 1_000 {
        (digits, power) = (100, power + 1);
    }
    let about = if rest.bytes().all(|digit| digit == b'0') { "" } else { "about " };
    match format!("{:.2}", f64::from(digits) / 100.0).trim_end_matches('0').trim_end_matches('.') {
        "1" => format!("{about}10{}", raised(power)),
        times => format!("{about}{times}\u{a0}×\u{a0}10{}", raised(power)),
    }
}

/// A power as it is written above the line.
fn raised(power: usize) -> String {
    const RAISED: [char; 10] = ['⁰', '¹', '²', '³', '⁴', '⁵', '⁶', '⁷', '⁸', '⁹'];
    power.to_string().bytes().map(|digit| RAISED[usize::from(digit - b'0')]).collect()
}

/// `a`, `a and b`, `a, b and c`.
pub fn list<S: AsRef<str>>(items: &[S]) -> String {
    joined(items, "and")
}

/// `a`, `a or b`, `a, b or c`.
pub fn one_of<S: AsRef<str>>(items: &[S]) -> String {
    joined(items, "or")
}

fn joined<S: AsRef<str>>(items: &[S], last_by: &str) -> String {
    match items {
        [] => String::new(),
        [one] => one.as_ref().to_owned(),
        [rest @ .., last] => {
            let rest: Vec<&str> = rest.iter().map(AsRef::as_ref).collect();
            format!("{} {last_by} {}", rest.join(", "), last.as_ref())
        }
    }
}

/// Said where the smallest opening was looked for in vain.
pub const OPENING_NOT_KNOWN: &str = "Which concessions together would open the way is not known: there are too many ways to try within \
                                     the work set aside for it.";

/// A noun with its number: `1 package`, `3 packages`.
pub fn plural(n: impl Display, one: &str, many: &str) -> String {
    let n = count(n);
    let noun = if n == "1" { one } else { many };
    format!("{n} {noun}")
}

/// A number of packages: in full up to fifteen digits, else to two figures.
///
/// ```
/// use detente_brief::words::packages;
/// use detente_deals::BigUint;
///
/// assert_eq!(packages(&BigUint::from(1u8)), "1 package");
/// assert_eq!(packages(&BigUint::from(10u8).pow(20)), "10²⁰ packages");
/// ```
pub fn packages(n: &BigUint) -> String {
    let n = large(n);
    let noun = if n == "1" { "package" } else { "packages" };
    format!("{n} {noun}")
}

/// A large number: in full below a thousand million, else to three digits.
pub fn large(n: &BigUint) -> String {
    if *n < BigUint::from(WRITTEN_OUT) { count(n) } else { power_of_ten(n) }
}

/// How many packages are in the zone of agreement: the number, or the estimate with its interval.
///
/// ```
/// use detente_brief::words::zone_count;
/// use detente_deals::{BigUint, CountEstimate, ZoneCount};
///
/// let about = |figures: [u8; 3]| {
///     let [low, central, high] = figures.map(|f| BigUint::from(10u8).pow(13) * f);
///     zone_count(&ZoneCount::Estimate(CountEstimate { central, interval: [low, high] }))
/// };
/// assert_eq!(about([29, 31, 33]), "about 3.1\u{a0}×\u{a0}10¹⁴ packages (2.9 to 3.3\u{a0}×\u{a0}10¹⁴)");
/// let anything = CountEstimate { central: BigUint::from(1u8), interval: [1u8, 200].map(|n| BigUint::from(n).pow(3)) };
/// assert_eq!(zone_count(&ZoneCount::Estimate(anything)), "between 1 and 8.0\u{a0}×\u{a0}10⁶ packages");
/// assert_eq!(about([9, 10, 11]), "about 1.0\u{a0}×\u{a0}10¹⁴ packages (9.0\u{a0}×\u{a0}10¹³ to 1.1\u{a0}×\u{a0}10¹⁴)");
/// ```
pub fn zone_count(zone: &ZoneCount) -> String {
    match zone {
        ZoneCount::Exact(n) => packages(n),
        ZoneCount::Unlimited => "packages without number".to_owned(),
        ZoneCount::Estimate(estimate) => {
            let [low, high] = &estimate.interval;
            let central = scientific(&estimate.central);
            let (low, high) = (scientific(low), scientific(high));
            let one = |(figures, power): &(String, usize)| match power {
                0 => figures.trim_end_matches(".0").to_owned(),
                _ => format!("{figures}\u{a0}×\u{a0}10{}", raised(*power)),
            };
            // An estimate that could be anything is none.
            if estimate.interval[1] > BigUint::from(1_000u32) * &estimate.interval[0] {
                return format!("between {} and {} packages", one(&low), one(&high));
            }
            let low = if low.1 == high.1 { low.0.clone() } else { one(&low) };
            format!("about {} packages ({low} to {})", one(&central), one(&high))
        }
    }
}

/// Two figures and the power of ten that goes with them.
fn scientific(n: &BigUint) -> (String, usize) {
    let digits = n.to_string();
    let power = digits.len() - 1;
    let lead: f64 = digits.chars().take(6).collect::<String>().parse().unwrap_or(0.0);
    let figures = format!("{:.1}", lead / 10f64.powi(power.min(5) as i32));
    if figures == "10.0" { ("1.0".to_owned(), power + 1) } else { (figures, power) }
}

/// The first letter in upper case.
pub fn sentence(text: &str) -> String {
    let mut letters = text.chars();
    letters.next().map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
}

/// The first letter in lower case: a sentence of our own that goes on behind a colon or a clause. Never for a name.
pub fn going_on(text: &str) -> String {
    let mut letters = text.chars();
    letters.next().map_or_else(String::new, |first| first.to_lowercase().chain(letters).collect())
}

/// A name of the case in the middle of a sentence: as it stands, between quotation marks.
///
/// Names come in every shape: in the plural, with an article of their own, with "and" inside, in capitals, in any script. None is given an
/// article, a case or a verb that it might not bear.
///
/// ```
/// use detente_brief::words::named;
///
/// assert_eq!(named("Length of the pledge"), "“Length of the pledge”");
/// assert_eq!(named("The border"), "“The border”");
/// ```
pub fn named(name: &str) -> String {
    format!("“{name}”")
}

/// A package in one line, its options in the order of the issues. An option whose words alone would not say what it
/// settles, a bare number or one that several issues offer, is named with its issue.
pub fn package(case: &Case, package: &Package) -> String {
    let parts: Vec<String> =
        (case.issues.iter().zip(&package.0)).map(|(issue, o)| option(case, issue, usize::from(*o))).collect();
    parts.join(" · ")
}

/// As [`package`], of a package with any numbers on the continuous issues.
pub fn package_between(case: &Case, package: &detente_deals::SettledPackage) -> String {
    let part = |(k, issue): (usize, &Issue)| match package.numbers.iter().find(|(id, _)| id.index() == k) {
        Some((_, x)) if issue.unit.is_some() => issue.label_of_number(*x),
        Some((_, x)) => format!("{}: {}", issue.name, issue.label_of_number(*x)),
        None => option(case, issue, usize::from(package.options.0[k])),
    };
    let parts: Vec<String> = case.issues.iter().enumerate().map(part).collect();
    parts.join(" · ")
}

/// One option of an issue, named so that it can stand alone.
pub fn option(case: &Case, issue: &Issue, option: usize) -> String {
    let label = issue.label(option);
    let ambiguous = match &issue.options[option] {
        Choice::Number(_) => issue.unit.is_none(),
        text @ Choice::Text(words) => {
            words.chars().count() < 5 || case.issues.iter().filter(|k| k.options.contains(text)).count() > 1
        }
    };
    if ambiguous { format!("{}: {label}", issue.name) } else { label }
}

/// What a package must have to meet a condition: on each issue one of some options.
pub fn condition(case: &Case, when: &Combination) -> String {
    let of_issue = |(issue, options): &(IssueId, Vec<usize>)| {
        let issue = case.issue(*issue);
        let options: Vec<String> = options.iter().map(|o| format!("“{}”", issue.label(*o))).collect();
        let options = match options.split_last() {
            Some((last, [])) => last.clone(),
            Some((last, others)) => format!("{} or {last}", others.join(", ")),
            None => String::new(),
        };
        format!("{options} on {}", named(&issue.name))
    };
    list(&when.0.iter().map(of_issue).collect::<Vec<_>>())
}

/// The issues that can be settled at any number; `None` if there are none.
pub fn continuous(case: &Case) -> Option<String> {
    let issues = case.issues.iter().filter(|issue| issue.continuous);
    let names: Vec<String> = issues.map(|issue| named(&issue.name)).collect();
    (!names.is_empty()).then(|| list(&names))
}

/// How many packages tie for a place that one alone is shown for; `None` if it is the only one. Between stops there is no end to them.
pub fn ties(case: &Case, ties: usize) -> Option<String> {
    let endless = case.issues.iter().any(|issue| issue.continuous);
    (ties > 1).then(|| if endless { "several".to_owned() } else { ties.to_string() })
}

/// Importance as dots: five for an issue that is worth half of everything or more, one for one that hardly counts.
pub fn dots(weight: f64) -> String {
    let filled = if weight <= 0.0 { 0 } else { ((weight * 10.0).ceil() as usize).clamp(1, 5) };
    "●".repeat(filled) + &"○".repeat(5 - filled)
}

/// A date as people write it: `14 February 2024`.
pub fn date(date: jiff::civil::Date) -> String {
    date.strftime("%-d %B %Y").to_string()
}

/// What differs between a package and another: its options on the issues where they part.
pub fn package_differences(case: &Case, package: &Package, from: &Package) -> String {
    let parts: Vec<String> = (case.issues.iter().zip(package.0.iter().zip(&from.0)))
        .filter(|(_, (a, b))| a != b)
        .map(|(issue, (a, _))| option(case, issue, usize::from(*a)))
        .collect();
    parts.join(" · ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn values_keep_their_sign_but_not_a_minus_zero() {
        assert_eq!(value(Units::from_f64(-0.14)), "−0.14");
        assert_eq!(difference(Units::from_f64(0.14)), "+0.14");
        assert_eq!(value(Units::from_f64(-0.001)), "0.00");
    }

    #[test]
    fn lists_and_names_read_as_english() {
        assert_eq!(list(&["a", "b", "c"]), "a, b and c");
        assert_eq!(one_of(&["a", "Bosnia and Herzegovina", "c"]), "a, Bosnia and Herzegovina or c");
        assert_eq!(list(&["Bosnia and Herzegovina"]), "Bosnia and Herzegovina");
        assert_eq!(count(112_896), "112\u{202f}896");
        assert_eq!(count(999_999_999), "999\u{202f}999\u{202f}999");
    }

    #[test]
    fn large_numbers_are_given_to_three_digits() {
        let large = |n: u128| large(&BigUint::from(n));
        assert_eq!(large(999_999_999), "999\u{202f}999\u{202f}999");
        assert_eq!(large(1_000_000_000_000), "10¹²");
        assert_eq!(large(2_500_000_000_000), "2.5\u{a0}×\u{a0}10¹²");
        assert_eq!(large(126_512_345_678), "about 1.27\u{a0}×\u{a0}10¹¹");
        assert_eq!(large(9_999_999_999), "about 10¹⁰");
        assert_eq!(large(u128::MAX), "about 3.4\u{a0}×\u{a0}10³⁸");
    }
}
