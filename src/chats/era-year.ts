/** Years counted by an era, as phones set to that calendar write them. */

/** Republic of China: also written without its name. */
export const republicYears = 1911;

/** The year before the first of each era: `R4` is 2022, 民國114年 is 2025. */
const eraStarts: ReadonlyMap<string, number> = new Map(
  Object.entries({
    R: 2018,
    令和: 2018,
    H: 1988,
    平成: 1988,
    S: 1925,
    昭和: 1925,
    民國: republicYears,
    民国: republicYears,
  }),
);

/** Source of a pattern for the name of an era, with no group. */
export const eraSource = "(?:[RHS]|令和|平成|昭和|民國|民国)";

/** The year of our calendar; as it stands where no era is named. Some patterns ignore case, and no era is written small. */
export function yearOf(digits: string, era = ""): number {
  return Number(digits) + (eraStarts.get(era.toUpperCase()) ?? 0);
}
