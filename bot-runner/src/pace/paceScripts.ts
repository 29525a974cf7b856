/**
 * The state of one bot, in Redis, by Redis' own clock, so that all runners mean the same. What is sent in bulk has its
 * own time, which is behind the clock by `shift`: it slows down while learners' answers take their part, and stands
 * while Telegram lets the bot send nothing. Places that were given keep their order by that, whatever comes between.
 *
 * `next`: the first place that is free, in bulk's time. `far`: the same for those who were told to come again for one.
 * `owed`: what answers took and bulk has not yet given, in milliseconds; `settled`: up to when it has. `frozen`: until
 * when the bot rests, by the clock.
 */
const head = `
local t = redis.call('time')
local now = t[1] * 1000 + t[2] / 1000
local interval = tonumber(ARGV[1])
local names = {'next', 'far', 'shift', 'owed', 'settled', 'frozen'}
local s = {}
for i, value in ipairs(redis.call('hmget', KEYS[1], unpack(names))) do s[names[i]] = tonumber(value or '0') end
local function put_back(ms)
  s.next = math.max(s.next, now - s.shift)
  s.shift = s.shift + ms
end
local gone = math.min(now - s.settled, 1000)
local given = math.min(s.owed, gone * 0.9)
s.settled = now
if given > 0 then
  put_back(given)
  s.owed = s.owed - given
end
local function save()
  local pairs = {}
  for _, name in ipairs(names) do
    pairs[#pairs + 1] = name
    pairs[#pairs + 1] = string.format('%.3f', s[name])
  end
  redis.call('hset', KEYS[1], unpack(pairs))
  redis.call('pexpire', KEYS[1], math.ceil(3600000 + math.max(0, s.frozen - now)))
end
`

/** ARGV: interval, place or '', grace, horizon. Answers how long to wait, and the place: '' when it is too far off. */
export const takeScript = `${head}
local grace, horizon = tonumber(ARGV[3]), tonumber(ARGV[4])
local time = now - s.shift
local place = tonumber(ARGV[2])
if not place or time - place > grace then
  place = math.max(s.next, time)
  if place - time > horizon then
    s.far = math.max(s.far, time + horizon)
    local wait = math.ceil(s.far - time)
    s.far = s.far + interval
    save()
    return {wait, ''}
  end
  s.next = place + interval
end
save()
return {math.max(0, math.ceil(place - time)), string.format('%.3f', place)}
`

/** ARGV: interval, how many messages were sent beside the bulk. At most two seconds are owed: a rush is soon forgotten. */
export const countScript = `${head}
s.owed = math.min(s.owed + interval * tonumber(ARGV[2]), 2000)
save()
return 0
`

/** ARGV: interval, for how many milliseconds the bot has to rest from now. Rests that overlap do not add up. */
export const freezeScript = `${head}
local until_then = now + tonumber(ARGV[2])
local more = until_then - math.max(now, s.frozen)
if more > 0 then
  put_back(more)
  s.frozen = until_then
end
save()
return 0
`
