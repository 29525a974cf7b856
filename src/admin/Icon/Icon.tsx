/** Gongbu's mark: a chat bubble with ㄱ, the first letter of 공부 (“study”). The same as public/icon.svg. */
export const Icon = () => (
  <svg
    className="gongbu-icon"
    width="100%"
    height="100%"
    viewBox="0 0 32 32"
    aria-hidden="true"
    xmlns="http://www.w3.org/2000/svg"
  >
    <path
      className="gongbu-icon__bubble"
      d="M9 2h14a7 7 0 0 1 7 7v10a7 7 0 0 1-7 7H14l-6.4 4.6A1 1 0 0 1 6 29.8v-4.5A7 7 0 0 1 2 19V9a7 7 0 0 1 7-7Z"
    />
    <path
      className="gongbu-icon__letter"
      d="M10.5 9.5h11v2.2c0 4-2.2 7-6 8.8"
      fill="none"
      strokeWidth="3.2"
      strokeLinecap="round"
      strokeLinejoin="round"
    />
  </svg>
)
