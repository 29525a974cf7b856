/** A `LearnerRow` of enrollments e, users u and courses c, but for the release that they learn. */
export const learnerColumns = `
  false AS "isTest", e.id AS "enrollmentId", e.user_id AS "userId", u.telegram_id::float8 AS "telegramId",
  e.course_id AS "courseId", e.state, e.updates, u.is_active AS "isUserActive",
  u.first_name AS "firstName", u.last_name AS "lastName", u.username, u.language_code AS "languageCode",
  u.locale::text AS locale, u.time_zone AS "timeZone", coalesce(u.reminders_enabled, true) AS "remindersEnabled",
  u.quiet_from::int AS "quietFrom", u.quiet_to::int AS "quietTo",
  c.language::text AS "courseLanguage", c.rating::float8 AS rating`
