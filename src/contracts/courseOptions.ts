export const categories = [
  'languages',
  'programming',
  'design',
  'business',
  'marketing',
  'science',
  'mathematics',
  'health',
  'arts',
  'music',
  'cooking',
  'school',
  'selfDevelopment',
  'other',
] as const

export const pricingModels = ['free', 'paid', 'subscription', 'freemium'] as const

/** Languages in which a course can be written, each by its own name. */
export const courseLanguages = [
  ['ru', 'Русский'],
  ['en', 'English'],
  ['uk', 'Українська'],
  ['kk', 'Қазақша'],
  ['uz', 'Oʻzbekcha'],
  ['be', 'Беларуская'],
  ['de', 'Deutsch'],
  ['fr', 'Français'],
  ['es', 'Español'],
  ['pt', 'Português'],
  ['it', 'Italiano'],
  ['pl', 'Polski'],
  ['tr', 'Türkçe'],
  ['ar', 'العربية'],
  ['fa', 'فارسی'],
  ['hi', 'हिन्दी'],
  ['id', 'Bahasa Indonesia'],
  ['vi', 'Tiếng Việt'],
  ['zh', '中文'],
  ['ja', '日本語'],
  ['ko', '한국어'],
] as const
