/** The bridge: an arch over water, the same drawing as `public/icon.svg`. */
export function Mark() {
  return (
    <svg width="36" height="36" viewBox="0 0 64 64" aria-hidden="true">
      <rect width="64" height="64" rx="14" fill="#0a4a54" />
      <path d="M8 36h48" stroke="#fdf8f0" strokeWidth="5" strokeLinecap="round" />
      <path d="M12 36c4-20 36-20 40 0" fill="none" stroke="#ffc940" strokeWidth="5" strokeLinecap="round" />
      <path d="M22 27v9M32 23v13M42 27v9" stroke="#ffc940" strokeWidth="3.5" strokeLinecap="round" />
      <path
        d="M10 49c4-4 7-4 11 0s7 4 11 0 7-4 11 0 7 4 11 0"
        fill="none"
        stroke="#9fd0d4"
        strokeWidth="4"
        strokeLinecap="round"
      />
    </svg>
  );
}
