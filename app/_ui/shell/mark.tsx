/** The bridge over water: the same drawing as `public/icon.svg`. */
export function Mark() {
  return (
    <svg width="36" height="36" viewBox="0 0 64 64" aria-hidden="true">
      <rect width="64" height="64" rx="14" fill="#0a4a54" />
      <g fill="none" strokeLinecap="round" strokeLinejoin="round">
        <path d="M8 36q8-6 11-19 13 25 26 0 3 13 11 19" stroke="#ffc940" strokeWidth="3.5" />
        <path d="M8 38h48M19 15v27M45 15v27" stroke="#fdf8f0" strokeWidth="5" />
        <path d="M11 51q5.25-5.5 10.5 0t10.5 0 10.5 0 10.5 0" stroke="#9fd0d4" strokeWidth="4" />
      </g>
    </svg>
  );
}
