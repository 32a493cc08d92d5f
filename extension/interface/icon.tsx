/** Line icons on a 24 px grid. Never without a word beside them, so they are hidden from screen readers. */

const paths = {
  again: "M19 8a8 8 0 1 0 1 5M20 4v5h-5",
  check: "M5 12.5l4.5 4.5L19 7.5",
  copy: "M9 8h11v12H9zM5 16H4V4h11v1",
  covered:
    "M4 4l16 16M9.9 5.7A9 9 0 0 1 12 5.5c5 0 8 4.5 9 6.5-.4.8-1.2 2-2.4 3.2M6.3 7.4C4.7 8.7 3.6 10.6 3 12c1 2 4 6.5 9 6.5 1.4 0 2.6-.4 3.7-.9",
  derive: "M4 6v12M8 12h11M15 8l4 4-4 4",
  doc: "M6 3.5h8l4 4v13H6zM14 3.5v4h4M9 12h6M9 16h6",
  dots: "M5 12h.1M12 12h.1M19 12h.1",
  eye: "M3 12c1-2 4-6.5 9-6.5s8 4.5 9 6.5c-1 2-4 6.5-9 6.5S4 14 3 12zM14.6 12a2.6 2.6 0 1 1-5.2 0a2.6 2.6 0 1 1 5.2 0z",
  half: "M19 12a7 7 0 1 1-14 0a7 7 0 1 1 14 0zM12 5v14M9 6v12M6.5 8v8",
  info: "M20.5 12a8.5 8.5 0 1 1-17 0a8.5 8.5 0 1 1 17 0zM12 11v5.5M12 7.6v.1",
  leave: "M11 4H5v16h6M10 12h10M16 8l4 4-4 4",
  mark: "M7 4h10v16l-5-4-5 4z",
  minus: "M6 12h12",
  none: "M7 12h10",
  blocked: "M20 12a8 8 0 1 1-16 0a8 8 0 1 1 16 0zM6.5 17.5l11-11",
  open: "M19 12a7 7 0 1 1-14 0a7 7 0 1 1 14 0z",
  pack: "M4 8l8-4 8 4v8.5l-8 4-8-4zM4 8l8 4 8-4M12 12v8.5",
  pencil: "M5 19l1-4L16.5 4.5l3 3L9 18zM14 7l3 3",
  plus: "M12 5v14M5 12h14",
  point: "M6 4l12.5 6.5-5.5 2-2 5.5z",
  question: "M9 9.2a3 3 0 1 1 4.2 2.8c-.8.4-1.2 1-1.2 2M12 17.6v.1",
  save: "M12 4v10M8 10.5l4 4 4-4M5 19h14",
  stop: "M7 7h10v10H7z",
  talk: "M4 5h16v11h-8l-5 4v-4H4z",
  unequal: "M5 9.5h14M5 14.5h14M15.5 5l-7 14",
} as const;

export type IconName = keyof typeof paths;

export function Icon({ name }: { name: IconName }) {
  return (
    <svg class={`icon icon-${name}`} viewBox="0 0 24 24" aria-hidden="true">
      <path d={paths[name]} />
    </svg>
  );
}
