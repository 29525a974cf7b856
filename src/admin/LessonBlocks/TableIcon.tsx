/** In the editor's menus. */
export const TableIcon = () => (
  <svg width="20" height="20" viewBox="0 0 20 20" fill="none" stroke="currentColor" aria-hidden="true">
    <rect x="3.5" y="4.5" width="13" height="11" rx="1" />
    <path d="M3.5 8.2h13M3.5 11.9h13M10 4.5v11" />
  </svg>
)
