/** English: trying a course in its bot before it is published. */
export const enTesting = {
  'label.isPreview': 'For testers',

  'error.testNeedsBot':
    'To be tried in Telegram the course needs a bot of its own. The bot panel of the course has the ways to one.',
  'error.testNotOpen': 'No test of this course is open. Start it first.',
  'error.testOfArchived': 'This course is archived. Bring it back before testing it.',
  'error.courseNotTestable':
    'The course cannot be shown yet: {count, plural, one {# thing is} other {# things are}} to be mended first.',

  'testPanel.title': 'Try it in Telegram',
  'testPanel.what':
    'Learn your working copy in the real bot before anybody else does. Every message is marked, and nothing is counted.',
  'testPanel.needsBot': 'The course needs a bot for that: get one above.',
  'testPanel.archived': 'An archived course cannot be tried.',
  'testPanel.none': 'Not tested yet.',
  'testPanel.current': 'Testing the working copy as of {time}.',
  'testPanel.outdated': 'Testing the working copy as of {time}. It has changed since.',
  'testPanel.problems': 'This cannot be shown in a chat yet:',
  'testPanel.start': 'Start the test',
  'testPanel.refresh': 'Test the newest changes',
  'testPanel.end': 'End the test',
  'testPanel.confirmEnd':
    'End the test? What testers did in it is forgotten. They stay testers for the next one.',
  'testPanel.unsaved': 'Unsaved changes are not tested.',
  'testPanel.open': 'Try it in Telegram',
  'testPanel.linkAccount': 'Link your Telegram account on your account page to test without an invitation.',
  'testPanel.private': 'Until the course is published Telegram lets nobody else into the bot.',
  'testPanel.testers': 'Testers',
  'testPanel.noTesters': 'Nobody tests yet.',
  'testPanel.you': 'creator',
  'testPanel.status.invited': 'has not begun',
  'testPanel.status.active': 'is testing',
  'testPanel.status.completed': 'is through',
  'testPanel.remove': 'Remove',
  'testPanel.removeNamed': 'Remove {name}',
  'testPanel.freePlaces':
    '{count, plural, =0 {No more testers can join.} one {One more tester can join.} other {# more testers can join.}}',
  'testPanel.invite': 'Invite testers',
  'testPanel.inviteAnew': 'Make a new link',
  'testPanel.joinLink': 'Become a tester',
  'testPanel.inviteHint':
    'Whoever opens this link tests the course. It is shown only now and good until {time}.',
  'testPanel.invited': 'The link that you gave out is good until {time}. A new one takes its place.',
  'testPanel.revoke': 'Revoke the link',
} as const
