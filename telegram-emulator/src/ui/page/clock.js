let offsetMs = 0

/** How far the emulator's clock is ahead of this computer's. */
export function setClock({ offset_ms }) {
  offsetMs = offset_ms
}

/** Milliseconds on the emulator's clock: what closes or expires does so by it. */
export const now = () => Date.now() + offsetMs
