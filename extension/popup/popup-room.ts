/** How tall the popup may grow so that its rail stays in sight. */

/** The tallest popup there is. */
const tallest = 600;
/** What stands above a popup: tabs, address, toolbar. */
const aboveIt = 100;
const leastUseful = 300;

/** CSS pixels. The popup's own window cannot be asked: it takes its size from the content. */
export function popupRoom(screenHeight: number): number {
  return Math.max(leastUseful, Math.min(tallest, screenHeight - aboveIt));
}
