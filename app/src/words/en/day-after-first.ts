export const first = {
  none: 'Nothing was promised in this case yet. Once something is (who hands over or does what, by which day), this view keeps the calendar of it: what fell due, what came, what did not, and what that does to the deal.',
  noneHow: 'Write the first commitment into the text. The button below puts an example of one, with a report on it, at the end of the text; every line of it begins with #, and counts only once you take that away.',
  putExample: 'Put an example into the text',
  exampleLabel: 'an example of a commitment',
  example: (by: string, to: string, day: string) => `
# What was promised for the time after the signing: one of these for each thing that can be kept or broken by itself.
# [[commitments]]
# id = "first"                    # a short name of your own
# agreed = ${day}             # nobody knows of it before this day
# by = ${by}                    # who promised it
# to = ${to}                    # to whom
# what = "lorries let through the gate"
# count = 40                      # leave it out for one thing that is done or not
# due = ${day}                # the last day on which it is in time

# What is reported of it: done, partly (with count), late, denied or disputed.
# [[claims]]
# id = "first-report"
# commitment = "first"
# says = "partly"
# count = 25                      # so far, in all
# said = ${day}
# by = "The monitors"
`,
};
