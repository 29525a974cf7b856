/**
 * @typedef {{ version?: string, integrity?: string, optional?: boolean, devOptional?: boolean, link?: boolean }} LockedPackage
 */

/**
 * Does an installed tree (npm keeps its own account of it in node_modules/.package-lock.json) hold what the
 * lock file asks for? What is optional (other platforms' binaries) may be missing.
 *
 * @param {Record<string, LockedPackage>} locked the lock file's `packages`
 * @param {Record<string, LockedPackage>} installed the installed tree's `packages`
 * @returns {boolean}
 */
export function isInstallCurrent(locked, installed) {
  return Object.entries(locked).every(([path, wanted]) => {
    if (!path.startsWith('node_modules/') && !path.includes('/node_modules/')) return true
    const found = installed[path]
    if (!found) return wanted.optional === true || wanted.devOptional === true
    return found.version === wanted.version && found.integrity === wanted.integrity
  })
}
