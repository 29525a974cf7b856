/**
 * Every case once per round, the order turned by one each time, so that none always follows the same
 * neighbour and a slow minute of the machine falls on all of them.
 * @returns per case the measurements in the order of the rounds
 */
export const runRounds = async <Name extends string, Measurement>(
  rounds: number,
  cases: Record<Name, (round: number) => Promise<Measurement>>,
  onMeasured: (round: number, name: Name, measurement: Measurement) => void,
): Promise<Record<Name, Measurement[]>> => {
  const names = Object.keys(cases) as Name[]
  const measured = Object.fromEntries(names.map((name) => [name, []])) as unknown as Record<
    Name,
    Measurement[]
  >
  for (let round = 0; round < rounds; round++) {
    for (let turn = 0; turn < names.length; turn++) {
      const name = names[(round + turn) % names.length]!
      const measurement = await cases[name](round)
      measured[name].push(measurement)
      onMeasured(round, name, measurement)
    }
  }
  return measured
}
