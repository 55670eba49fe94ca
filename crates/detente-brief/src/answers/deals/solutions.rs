//! The bargaining solutions, a key for each of [`SOLUTION_CONCEPTS`].

use detente_deals::{SOLUTION_CONCEPTS, Solution, SolutionConcept, Solutions};
use detente_model::Case;
use serde::Serialize;

use super::super::{ByName, PackageOptions};
use super::FrontierPointFound;

/// What the solutions are, for rustdoc and for the contract.
macro_rules! solutions_are {
    () => {
        "The bargaining solutions on the frontier of the zone. Each is null without a zone.\n\nThey are exact also where \
         `zone.frontier` is null or has a tolerance: each is then searched for by itself. One for which the work set aside for that does not \
         suffice, or Nash where no package leaves everybody a gain, is then null, or with a tolerance all are chosen from the points \
         listed; so they are where an issue is continuous."
    };
}

/// What the tolerances of solutions are, for rustdoc and for the contract.
macro_rules! tolerances_are {
    () => {
        "What is proven of solutions that were chosen from a frontier with a tolerance, D being the `frontier_tolerance` of the \
         zone.\n\nBesides, no package that all accept is worth D more to every principal than any of them."
    };
}

#[doc = solutions_are!()]
#[derive(Debug, Clone, PartialEq, Serialize)]
#[serde(transparent)]
pub struct SolutionsFound(pub ByName<Option<SolutionFound>>);

impl SolutionsFound {
    pub(super) fn of(case: &Case, found: Option<&Solutions>) -> Self {
        let solution = |row: &SolutionConcept| {
            let solution = found.and_then(row.of).map(|solution| SolutionFound::of(case, solution));
            (row.key.to_owned(), solution)
        };
        Self(SOLUTION_CONCEPTS.iter().map(solution).collect())
    }
}

/// A bargaining solution.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "contract", derive(schemars::JsonSchema, ts_rs::TS))]
pub struct SolutionFound {
    /// A package with these values.
    pub outcome: PackageOptions,
    /// What it is worth to each principal.
    pub values: Vec<f64>,
    /// How many packages are worth the same to all principals: digits. Null where that is not counted.
    pub shared_by: Option<String>,
    /// How many points tie with it, itself included.
    pub ties: usize,
}

impl SolutionFound {
    fn of(case: &Case, solution: &Solution) -> Self {
        let FrontierPointFound { outcome, values, shared_by } = FrontierPointFound::of(case, &solution.point);
        Self { outcome, values, shared_by, ties: solution.ties }
    }
}

#[doc = tolerances_are!()]
#[derive(Debug, Clone, PartialEq, Serialize)]
#[serde(transparent)]
pub struct SolutionsTolerance(pub ByName<Option<f64>>);

impl SolutionsTolerance {
    /// Those of which something is proven first.
    pub(super) fn of(distance: f64, principals: usize) -> Self {
        let proven = |row: &SolutionConcept| (row.key.to_owned(), (row.tolerance)(distance, principals));
        let (some, none): (Vec<_>, Vec<_>) =
            SOLUTION_CONCEPTS.iter().map(proven).partition(|(_, proven)| proven.is_some());
        Self(some.into_iter().chain(none).collect())
    }
}

/// The two types above have a key for each row of the table, which a derived schema could not know.
#[cfg(feature = "contract")]
mod contract {
    use std::borrow::Cow;

    use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};
    use serde_json::{Map, Value};
    use ts_rs::{Config, TS, TypeVisitor};

    use super::{SOLUTION_CONCEPTS, SolutionConcept, SolutionFound, SolutionsFound, SolutionsTolerance};

    fn schema(is: &str, of: &Schema, told: fn(&SolutionConcept) -> &str) -> Schema {
        let mut properties = Map::new();
        for row in &SOLUTION_CONCEPTS {
            let mut property = of.clone();
            property.insert("description".to_owned(), told(row).into());
            properties.insert(row.key.to_owned(), property.into());
        }
        let keys: Vec<Value> = SOLUTION_CONCEPTS.iter().map(|row| row.key.into()).collect();
        json_schema!({ "description": is, "type": "object", "properties": properties, "required": keys })
    }

    fn typescript(of: &str, told: fn(&SolutionConcept) -> &str) -> String {
        let field = |row: &SolutionConcept| format!("/**\n * {}\n */\n{}: {of} | null, ", told(row), row.key);
        format!("{{ {}}}", SOLUTION_CONCEPTS.iter().map(field).collect::<String>())
    }

    impl JsonSchema for SolutionsFound {
        fn schema_name() -> Cow<'static, str> {
            "SolutionsFound".into()
        }

        fn json_schema(generator: &mut SchemaGenerator) -> Schema {
            let of = generator.subschema_for::<Option<SolutionFound>>();
            schema(solutions_are!(), &of, |row| row.definition)
        }
    }

    impl JsonSchema for SolutionsTolerance {
        fn schema_name() -> Cow<'static, str> {
            "SolutionsTolerance".into()
        }

        fn json_schema(generator: &mut SchemaGenerator) -> Schema {
            let of = generator.subschema_for::<Option<f64>>();
            schema(tolerances_are!(), &of, |row| row.tolerance_is)
        }
    }

    macro_rules! typescript {
        ($name:ident, $of:ty, $is:expr, $told:expr) => {
            impl TS for $name {
                type WithoutGenerics = Self;
                type OptionInnerType = Self;

                fn docs() -> Option<String> {
                    Some(format!("/**\n * {}\n */\n", $is.replace('\n', "\n * ")))
                }

                fn name(_: &Config) -> String {
                    stringify!($name).to_owned()
                }

                fn decl(config: &Config) -> String {
                    format!("type {} = {};", Self::name(config), Self::inline(config))
                }

                fn decl_concrete(config: &Config) -> String {
                    Self::decl(config)
                }

                fn inline(config: &Config) -> String {
                    typescript(&<$of>::name(config), $told)
                }

                fn visit_dependencies(visitor: &mut impl TypeVisitor) {
                    visitor.visit::<$of>();
                }

                fn output_path() -> Option<std::path::PathBuf> {
                    Some(concat!(stringify!($name), ".ts").into())
                }
            }
        };
    }

    typescript!(SolutionsFound, SolutionFound, solutions_are!(), |row| row.definition);
    typescript!(SolutionsTolerance, f64, tolerances_are!(), |row| row.tolerance_is);
}
