import { Icon } from '../Icon/Icon.tsx'

/** Above the sign-in form. */
export const Logo = () => (
  <div className="gongbu-logo">
    <span className="gongbu-logo__icon">
      <Icon />
    </span>
    <span className="gongbu-logo__name">Gongbu</span>
  </div>
)
