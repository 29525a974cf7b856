import * as assignmentSteps from './20261126_035512_assignment_steps.ts'
import * as audit from './20261126_201601_audit.ts'
import * as catalogue from './20261126_193301_catalogue.ts'
import * as courseTimeZone from './20261126_094342_course_time_zone.ts'
import * as drip from './20261126_144803_drip.ts'
import * as emailClaims from './20261126_195213_emailClaims.ts'
import * as facts from './20261122_000100_facts.ts'
import * as farewells from './20261126_003916_farewells.ts'
import * as fleetChecks from './20261126_002612_fleet_checks.ts'
import * as idempotency from './20261126_192544_idempotency.ts'
import * as imports from './20261125_194704_imports.ts'
import * as initial from './20261122_000000_initial.ts'
import * as learnerSettingsRatingsTexts from './20261126_034616_learner_settings_ratings_texts.ts'
import * as managedBots from './20261125_200953_managed_bots.ts'
import * as media from './20261125_193838_media.ts'
import * as noticeReasons from './20261126_090302_notice_reasons.ts'
import * as notices from './20261126_083544_notices.ts'
import * as offers from './20261127_100725_offers.ts'
import * as planCustomers from './20261127_011631_planCustomers.ts'
import * as quizSettings from './20261126_040758_quiz_settings.ts'
import * as quizzes from './20261125_194247_quizzes.ts'
import * as reminders from './20261126_094547_reminders.ts'
import * as reviewCardsAbove from './20261126_162121_reviewCardsAbove.ts'
import * as sessions from './20261126_152322_sessions.ts'
import * as submissions from './20261126_031800_submissions.ts'
import * as teamAndReviews from './20261126_033607_team_and_reviews.ts'
import * as testBot from './20261126_032902_test_bot.ts'
import * as testerLanguage from './20261126_033801_tester_language.ts'
import * as timers from './20261126_034108_timers.ts'

export const migrations = [
  { name: '20261122_000000_initial', up: initial.up, down: initial.down },
  { name: '20261122_000100_facts', up: facts.up, down: facts.down },
  { name: '20261125_193838_media', up: media.up, down: media.down },
  { name: '20261125_194247_quizzes', up: quizzes.up, down: quizzes.down },
  { name: '20261125_194704_imports', up: imports.up, down: imports.down },
  { name: '20261125_200953_managed_bots', up: managedBots.up, down: managedBots.down },
  { name: '20261126_002612_fleet_checks', up: fleetChecks.up, down: fleetChecks.down },
  { name: '20261126_003916_farewells', up: farewells.up, down: farewells.down },
  { name: '20261126_031800_submissions', up: submissions.up, down: submissions.down },
  { name: '20261126_032902_test_bot', up: testBot.up, down: testBot.down },
  { name: '20261126_033607_team_and_reviews', up: teamAndReviews.up, down: teamAndReviews.down },
  { name: '20261126_033801_tester_language', up: testerLanguage.up, down: testerLanguage.down },
  { name: '20261126_034108_timers', up: timers.up, down: timers.down },
  { name: '20261126_034616_learner_settings_ratings_texts', up: learnerSettingsRatingsTexts.up, down: learnerSettingsRatingsTexts.down },
  { name: '20261126_035512_assignment_steps', up: assignmentSteps.up, down: assignmentSteps.down },
  { name: '20261126_040758_quiz_settings', up: quizSettings.up, down: quizSettings.down },
  { name: '20261126_083544_notices', up: notices.up, down: notices.down },
  { name: '20261126_090302_notice_reasons', up: noticeReasons.up, down: noticeReasons.down },
  { name: '20261126_094342_course_time_zone', up: courseTimeZone.up, down: courseTimeZone.down },
  { name: '20261126_094547_reminders', up: reminders.up, down: reminders.down },
  { name: '20261126_144803_drip', up: drip.up, down: drip.down },
  { name: '20261126_152322_sessions', up: sessions.up, down: sessions.down },
  { name: '20261126_162121_reviewCardsAbove', up: reviewCardsAbove.up, down: reviewCardsAbove.down },
  { name: '20261126_192544_idempotency', up: idempotency.up, down: idempotency.down },
  { name: '20261126_193301_catalogue', up: catalogue.up, down: catalogue.down },
  { name: '20261126_195213_emailClaims', up: emailClaims.up, down: emailClaims.down },
  { name: '20261126_201601_audit', up: audit.up, down: audit.down },
  { name: '20261127_011631_planCustomers', up: planCustomers.up, down: planCustomers.down },
  { name: '20261127_100725_offers', up: offers.up, down: offers.down },
]
