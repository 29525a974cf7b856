import type { OfferedZone } from '../../contracts/timeZones.ts'

/** Other places by which people know these zones, as they may be typed in either language. */
export const moreCities: Partial<Record<OfferedZone, readonly string[]>> = {
  'Europe/Moscow': [
    ...['Санкт-Петербург', 'Петербург', 'Питер', 'СПб', 'МСК', 'Казань', 'Нижний Новгород', 'Ростов-на-Дону'],
    ...['Краснодар', 'Сочи', 'Воронеж', 'Волгоград', 'Ярославль', 'Симферополь', 'Saint Petersburg'],
    ...['St Petersburg', 'Kazan', 'Sochi'],
  ],
  'Europe/Samara': ['Ижевск', 'Тольятти', 'Ульяновск', 'Саратов'],
  'Asia/Yekaterinburg': ['Челябинск', 'Пермь', 'Уфа', 'Тюмень', 'Сургут', 'Оренбург'],
  'Asia/Novosibirsk': ['Томск', 'Барнаул', 'Tomsk'],
  'Asia/Krasnoyarsk': ['Кемерово', 'Новокузнецк', 'Абакан', 'Норильск'],
  'Asia/Irkutsk': ['Улан-Удэ', 'Братск'],
  'Asia/Yakutsk': ['Чита', 'Благовещенск'],
  'Asia/Vladivostok': ['Хабаровск', 'Khabarovsk'],
  'Asia/Magadan': ['Южно-Сахалинск', 'Сахалин'],
  'Asia/Kamchatka': ['Петропавловск-Камчатский', 'Анадырь'],
  'Europe/Kiev': ['Київ', 'Харьков', 'Одесса', 'Львов', 'Днепр', 'Kyiv', 'Kharkiv', 'Odesa', 'Lviv'],
  'Europe/Minsk': ['Гомель', 'Брест', 'Витебск', 'Гродно'],
  'Europe/Berlin': ['Мюнхен', 'Гамбург', 'Франкфурт', 'Кёльн', 'Munich', 'Hamburg', 'Frankfurt', 'Cologne'],
  'Europe/Istanbul': ['Анкара', 'Анталья', 'Ankara', 'Antalya'],
  'Europe/Rome': ['Милан', 'Milan'],
  'Europe/Madrid': ['Барселона', 'Barcelona'],
  'Asia/Jerusalem': ['Тель-Авив', 'Хайфа', 'Tel Aviv', 'Haifa'],
  'Asia/Almaty': ['Астана', 'Шымкент', 'Astana'],
  'Asia/Calcutta': ['Дели', 'Мумбаи', 'Delhi', 'New Delhi', 'Mumbai', 'Bangalore'],
  'Asia/Shanghai': ['Шанхай', 'Гуанчжоу', 'Shanghai', 'Guangzhou'],
  'America/New_York': ['Вашингтон', 'Бостон', 'Майами', 'Washington', 'Boston', 'Miami'],
  'America/Chicago': ['Хьюстон', 'Даллас', 'Houston', 'Dallas'],
  'America/Los_Angeles': ['Сан-Франциско', 'Сиэтл', 'San Francisco', 'Seattle'],
  'Australia/Sydney': ['Мельбурн', 'Канберра', 'Canberra'],
}
