import { beforeEach, describe, expect, it } from 'vitest'

import { catalogueLimits } from '../../src/contracts/api/catalogue.ts'
import { drawTiers } from '../../src/operations/catalogue/drawTiers.system.ts'
import { suggestCourses } from '../../src/operations/catalogue/suggestCourses.ts'
import { refreshRatings } from '../../src/operations/courses/refreshRatings.system.ts'
import { refreshStudentsCounts } from '../../src/operations/courses/refreshStudentsCounts.system.ts'
import { createUser } from '../factories/createUser.ts'
import { catalogueScene } from '../helpers/catalogueScene.ts'

describe('the catalogue', () => {
  const scene = catalogueScene()
  const { search, titles, publish, update } = scene

  it('should find Russian words in any form, in the title, the description, tags and lessons', async () => {
    await publish('Программирование для начинающих', { language: 'ru' })
    await publish('Книги и люди', { description: 'Разговор о великих писателях прошлого.' })
    await publish('Третий курс', { tags: ['живопись', 'чтение'] })
    await publish('Четвёртый курс', {}, 'Сегодня мы вырастим берёзу в саду.')
    expect(await titles('программированием')).toEqual(['Программирование для начинающих'])
    expect(await titles('Великий писатель')).toEqual(['Книги и люди'])
    expect(await titles('живописи')).toEqual(['Третий курс'])
    expect(await titles('березы')).toEqual(['Четвёртый курс'])
    expect(await titles('берёзы сады')).toEqual(['Четвёртый курс'])
  })

  it('should find English words in any form', async () => {
    await publish('Running a small bakery')
    expect(await titles('runs bakeries')).toEqual(['Running a small bakery'])
  })

  it('should want all words but those that say nothing', async () => {
    await publish('Bread and butter')
    await publish('Bread at home')
    expect(await titles('the bread and butter')).toEqual(['Bread and butter'])
    expect(await titles('bread zebras')).toEqual([])
  })

  it('should take the last word for one that may be unfinished', async () => {
    await publish('Фотография в городе')
    await publish('Photoshop basics')
    expect(await titles('фотог')).toEqual(['Фотография в городе'])
    expect(await titles('basics phot')).toEqual(['Photoshop basics'])
    expect(await titles('pho basics')).toEqual([])
    expect(await titles('basics p')).toEqual(['Photoshop basics'])
    expect(await titles('ф')).toEqual(['Фотография в городе'])
  })

  it('should correct words that nobody knows where nothing is found, and say so', async () => {
    await publish('Программирование игр')
    await publish('Photography at night')
    const russian = await search('програмирование игр')
    expect(russian).toMatchObject({ total: 1, correctedSearch: 'программирование игр' })
    expect((await search('photogrphy night')).correctedSearch).toBe('photography night')
    expect(await search('photography night')).toMatchObject({ total: 1, correctedSearch: null })
    expect(await search('qwertyuiop')).toMatchObject({ total: 0, correctedSearch: null })
  })

  it('should put titles before lessons, and of equal ones those that more learn with and rate higher', async () => {
    await publish('Another course', {}, 'A lesson about gardening.')
    const small = await publish('Gardening one')
    const big = await publish('Gardening two')
    const best = await publish('Gardening three')
    const count = (id: string, students: number, rating: number) =>
      scene.payload.db.pool.query('UPDATE courses SET students_count = $2, rating = $3, ratings_count = 50 WHERE id = $1', [id, students, rating]) // prettier-ignore
    await count(small.id, 10, 3)
    await count(big.id, 9000, 3)
    await count(best.id, 9000, 5)
    await scene.payload.db.pool.query('DELETE FROM catalogue WHERE course_id = ANY($1)', [
      [small.id, big.id, best.id],
    ])
    for (const { id } of [small, big, best]) await update(id, { isListed: false })
    for (const { id } of [small, big, best]) await update(id, { isListed: true })
    expect(await titles('gardening')).toEqual([
      'Gardening three',
      'Gardening two',
      'Gardening one',
      'Another course',
    ])
    expect(await titles('gardening', { sort: 'newest' })).toHaveLength(4)
    expect((await titles('gardening', { sort: 'rating' }))[0]).toBe('Gardening three')
    await drawTiers(scene.payload.db.pool)
    expect(await titles(undefined)).toEqual([
      'Gardening three',
      'Gardening two',
      'Gardening one',
      'Another course',
    ])
  })

  it('should take learners and ratings over as they are counted', async () => {
    const { id } = await publish('Counted course')
    const { user } = await createUser(scene.payload)
    const now = new Date()
    await scene.payload.db.pool.query(
      `INSERT INTO enrollments (course_id, user_id, learner_name, status, progress_percent, is_blocked, enrolled_at, last_action_at, state, updates)
       VALUES ($1, $2, 'Ann', 'active', 0, false, $3, $3, '{}', '[]')`,
      [id, user.id, now],
    )
    await scene.payload.db.pool.query(
      `INSERT INTO ratings (course_id, user_id, learner_name, stars, changed_at) VALUES ($1, $2, 'Ann', 4, $3)`,
      [id, user.id, now],
    )
    const before = new Date(now.getTime() - 1000)
    await refreshStudentsCounts(scene.payload.db.pool, before)
    await refreshRatings(scene.payload.db.pool, before)
    const [found] = (await search('counted')).courses
    expect(found).toMatchObject({ id, studentsCount: 1, rating: 4, ratingsCount: 1 })
    expect(await titles(undefined, { ratingMin: 4 })).toEqual(['Counted course'])
    expect(await titles(undefined, { ratingMin: 4.5 })).toEqual([])
  })

  describe('filters', () => {
    beforeEach(async () => {
      await publish('Alpha course', { language: 'ru', category: 'design', difficultyLevel: 1, estimatedDuration: 30, tags: ['shared'] })
      await publish('Bravo course', { language: 'en', category: 'design', difficultyLevel: 3, estimatedDuration: 120, pricingModel: 'paid', price: 500, currency: 'RUB', tags: ['shared'] })
      await publish('Carol course', { language: 'en', category: 'music', difficultyLevel: 5, estimatedDuration: 2000, pricingModel: 'paid', price: 90, currency: 'USD', tags: ['shared'] })
    }) // prettier-ignore

    it.each([
      [{ language: 'en' }, ['Bravo course', 'Carol course']],
      [{ language: 'en,ru' }, ['Alpha course', 'Bravo course', 'Carol course']],
      [{ category: 'design' }, ['Alpha course', 'Bravo course']],
      [{ category: 'design', language: 'ru' }, ['Alpha course']],
      [{ difficulty: '3,5' }, ['Bravo course', 'Carol course']],
      [{ price: 'free' }, ['Alpha course']],
      [{ price: 'paid' }, ['Bravo course', 'Carol course']],
      [{ priceMin: 1, priceMax: 100 }, ['Carol course']],
      [{ priceMax: 100 }, ['Alpha course', 'Carol course']],
      [{ currency: 'RUB' }, ['Alpha course', 'Bravo course']],
      [{ durationMin: 60 }, ['Bravo course', 'Carol course']],
      [{ durationMin: 60, durationMax: 300 }, ['Bravo course']],
      [{ category: 'unheard-of' }, []],
    ])('should narrow down by %o, with words, without them, and newest first', async (query, expected) => {
      for (const found of [await titles('shared', query), await titles(undefined, query), await titles(undefined, { ...query, sort: 'newest' })])
        expect(found.toSorted()).toEqual(expected)
    }) // prettier-ignore

    it('should count what there is of each, of a filter’s own kind without it', async () => {
      const { total, isTotalExact, facets } = await search('shared', { category: 'design' })
      expect([total, isTotalExact]).toEqual([2, true])
      expect(facets).toEqual({
        category: [{ value: 'design', count: 2 }, { value: 'music', count: 1 }],
        language: [{ value: 'en', count: 1 }, { value: 'ru', count: 1 }],
        difficulty: [{ value: '1', count: 1 }, { value: '3', count: 1 }],
        price: [{ value: 'free', count: 1 }, { value: 'paid', count: 1 }],
        rating: [],
        duration: [{ value: '0-60', count: 1 }, { value: '60-300', count: 1 }],
      })
    }) // prettier-ignore

    it('should give page after page, each course once', async () => {
      const pages = await Promise.all([1, 2, 3, 4].map((page) => search('shared', { page, limit: 1 })))
      expect(pages.map(({ courses }) => courses.length)).toEqual([1, 1, 1, 0])
      expect(new Set(pages.flatMap(({ courses }) => courses.map(({ id }) => id))).size).toBe(3)
      expect(pages.map(({ total }) => total)).toEqual([3, 3, 3, 3])
    })
  })

  it('should weigh no more than it says, and say so, but miss no course that is called so', async () => {
    const { id } = await publish('Other matters', {}, 'A lesson about gardening.')
    const copy = (table: string, key: string) =>
      scene.payload.db.pool.query(
        `INSERT INTO ${table} SELECT made.* FROM ${table} t, generate_series(1, $2) n,
           LATERAL jsonb_populate_record(t, jsonb_build_object($3::text, md5(n::text)::uuid)) made WHERE t.${key} = $1`,
        [id, catalogueLimits.found + 50, key],
      )
    await copy('courses', 'id')
    await copy('catalogue', 'course_id')
    await drawTiers(scene.payload.db.pool)
    await publish('Gardening')
    const { total, isTotalExact, courses, facets } = await search('gardening')
    expect([total, isTotalExact]).toEqual([catalogueLimits.found, false])
    expect(courses[0]?.title).toBe('Gardening')
    expect(facets.language).toEqual([{ value: 'en', count: catalogueLimits.found }])
    expect(await titles('gardening', { page: catalogueLimits.found, limit: 1 })).toHaveLength(1)
    expect(await search(undefined)).toMatchObject({ total: catalogueLimits.found, isTotalExact: false })
    await scene.payload.db.pool.query('DELETE FROM courses WHERE id IN (SELECT md5(n::text)::uuid FROM generate_series(1, 1000) n)') // prettier-ignore
  })

  it('should suggest titles to whoever is typing', async () => {
    const { id } = await publish('Основы фотографии')
    await publish('Другое', {}, 'Тут тоже фотографии.')
    expect(await suggestCourses(scene.payload.db.pool, 'осн')).toEqual([{ id, title: 'Основы фотографии' }])
    expect(await suggestCourses(scene.payload.db.pool, 'фотогр')).toEqual([
      { id, title: 'Основы фотографии' },
    ])
    expect(await suggestCourses(scene.payload.db.pool, 'основы фото')).toHaveLength(1)
    for (const typed of ['о', 'фотографи', 'фатографии', 'основы фотаграфии'])
      expect([
        typed,
        (await suggestCourses(scene.payload.db.pool, typed)).map((one) => one.id),
      ]).toContainEqual(expect.arrayContaining([id]))
    expect(await suggestCourses(scene.payload.db.pool, '   ')).toEqual([])
  })

  it.each([
    ["quotes ' and \" and ''"],
    ['operators & | ! <-> :* ( )'],
    ['backslashes \\ \\\\'],
    ['a NUL \0 in it'],
    ['emoji 🐍 🎓'],
    ['🐍'],
    ['!!!'],
    ['%_'],
    ["'); DROP TABLE catalogue; --"],
    ['x'.repeat(200)],
    ['ы '.repeat(100)],
    ['\uD800 alone'],
    ['the'],
  ])('should come to no harm of %j', async (hostile) => {
    await publish('Innocent course')
    expect((await search(hostile)).total).toBe(0)
    expect(await suggestCourses(scene.payload.db.pool, hostile)).toEqual([])
    expect(await titles('innocent')).toEqual(['Innocent course'])
  })
})
