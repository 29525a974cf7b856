import type { ApiCourse } from '../../contracts/api/courses.ts'
import type { Release } from '../../lesson/engine/release.ts'
import { pictureOf } from '../../releases/pictureOf.ts'
import { createMediaLink } from '../media/mediaLink.ts'
import { versionOf } from '../versionOf.ts'
import type { CourseRow } from './findCourse.system.ts'

const linkTo = (file: { id: string; hash?: string | null } | null | undefined): ApiCourse['thumbnail'] =>
  file ? { id: file.id, url: createMediaLink(file) } : null

/** @param release the current one, null when there was none */
export const toApiCourse = (
  row: CourseRow,
  { view, release }: { view: ApiCourse['view']; release: Release | null },
): ApiCourse => {
  const { releaseId: _releaseId, isShown: _isShown, isTaught: _isTaught, ...known } = row
  const { isEditor: _isEditor, isLearner: _isLearner, ...rest } = known
  const { createdMs, updatedMs, thumbnail, description, isProtected, isListed, offer, ...course } = rest
  const shared = {
    ...course,
    view,
    // Authors change the working copy, whatever is published.
    version: view === 'editor' ? versionOf(updatedMs) : versionOf(updatedMs, release?.number),
    isListed: isListed ?? false,
    createdAt: new Date(createdMs).toISOString(),
    updatedAt: new Date(updatedMs).toISOString(),
  }
  if (view === 'editor' || release === null) {
    const written = { description: description ?? '', isProtected: isProtected ?? false }
    return { ...shared, ...written, thumbnail: linkTo(thumbnail) }
  }
  // What authors have changed since the release is theirs alone.
  const { title, language, estimatedDuration, timeZone, steps } = release
  return {
    ...shared,
    ...offer,
    ...{ title, description: release.description, estimatedDuration, isProtected: release.isProtected },
    language: language as ApiCourse['language'],
    timeZone: timeZone ?? null,
    stepsCount: steps.length,
    thumbnail: linkTo(pictureOf(release)),
  }
}
