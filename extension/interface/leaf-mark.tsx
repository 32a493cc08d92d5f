/** The leaf that is also a page. */

export function LeafMark() {
  return (
    <svg class="leafmark" viewBox="0 0 32 32" aria-hidden="true">
      <path class="blade" d="M29 2v11c0 8.3-5.7 14-14 14H6V15.5C6 7.7 11.7 2 19.5 2z" />
      <path class="lines" d="M12 9h11M12 15h11M12 21h6" />
      <path class="stalk" d="M7 26l-4 4" />
    </svg>
  );
}
