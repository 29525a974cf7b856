/** English: the publish gate, releases and their differences. */
export const enPublishing = {
  'gate.titleTooShort': 'The title needs at least {min} characters.',
  'gate.descriptionTooShort': 'The description needs at least {min} characters.',
  'gate.categoryMissing': 'Choose a category.',
  'gate.noSteps': 'Add at least one step.',
  'gate.stepEmpty': 'Step {position} “{title}” is empty.',
  'gate.stepTooLong':
    'Step {position} “{title}” makes {count} messages; at most {max} are kind to a reader. Split it.',
  'gate.stepNotShowable': 'Step {position} “{title}” has content that a chat cannot show: {kinds}.',
  'gate.fileMissing':
    'Step {position} “{title}”: {place, select, video {the video’s file} question {a picture of question {number}} other {the file of block {number}}} is missing. Choose it anew.',
  'gate.fileTooLarge':
    'Step {position} “{title}”: {place, select, video {the video} question {a picture of question {number}} other {the file of block {number}}} ({filename}) is too large for Telegram.',

  'gate.videoMissing': 'Step {position} “{title}” has no video: choose a file or give an address.',
  'gate.quizEmpty': 'Quiz {position} “{title}” has no questions.',
  'gate.questionEmpty': 'Quiz {position} “{title}”: question {question} has no text.',
  'gate.tooFewOptions': 'Quiz {position} “{title}”: question {question} needs at least two answers.',
  'gate.tooManyOptions': 'Quiz {position} “{title}”: question {question} has more than {max} answers.',
  'gate.optionEmpty': 'Quiz {position} “{title}”: question {question} has an answer without text.',
  'gate.optionsAlike': 'Quiz {position} “{title}”: question {question} has the same answer twice.',
  'gate.nothingCorrect': 'Quiz {position} “{title}”: no answer to question {question} is marked as right.',
  'gate.severalCorrect':
    'Quiz {position} “{title}”: question {question} has one right answer, but several are marked.',
  'gate.questionTooLong':
    'Quiz {position} “{title}”: question {question} and its answers are too long for one message.',

  'publish.badge.draft': 'Draft',
  'publish.badge.published': 'Published',
  'publish.badge.changed': 'Unpublished changes',
  'publish.badge.archived': 'Archived',
  'publish.change.quoted': '“{title}”',
  'publish.title': 'Publishing',
  'publish.saveFirst': 'Save the course first; then add its steps and publish it.',
  'publish.never': 'Not published yet.',
  'publish.archived': 'Archived: nobody can learn it.',
  'publish.unpublished': 'Not published any more. Learners cannot reach it.',
  'publish.current': 'Learners see release {number} of {date}.',
  'publish.noChanges': 'There is nothing they do not see yet.',
  'publish.changes': 'Not published yet:',
  'publish.change.fields': 'Changed: {fields}',
  'publish.change.added': 'Added: {steps}',
  'publish.change.removed': 'Removed: {steps}',
  'publish.change.changed': 'Edited: {steps}',
  'publish.change.reordered': 'Steps are in another order',
  'publish.problems': 'Before it can be published:',
  'publish.unsaved': 'Save your changes first: only what is saved is published.',
  'publish.button': 'Publish',
  'publish.buttonAgain': 'Publish changes',
  'publish.unpublish': 'Unpublish',
  'publish.archive': 'Archive',
  'publish.restore': 'Bring back',
  'publish.done': 'Release {number} is published.',
  'publish.confirmUnpublish':
    'Unpublish the course? Learners keep their progress, but its bot stops teaching.',
  'publish.confirmArchive': 'Archive the course? Its bot stops teaching; learners keep their progress.',
}
