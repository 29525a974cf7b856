import { describe, expect, it } from 'vitest'
import { missingPackages } from './debianPackages.ts'

const plan = `Reading package lists...
The following NEW packages will be installed:
  liblzf1 redis-server
Inst liblzf1 (3.6-3 Debian:12.15/oldstable [amd64])
Inst libc6 [2.36-9] (2.36-10 Debian:12.15/oldstable [amd64])
Inst redis-server (5:7.0.15-1~deb12u10 Debian-Security:12/oldstable-security [amd64])
Conf liblzf1 (3.6-3 Debian:12.15/oldstable [amd64])`

describe('missingPackages', () => {
  it('should list what a simulated installation would add or renew, with versions', () => {
    expect(missingPackages(plan)).toEqual([
      'liblzf1=3.6-3',
      'libc6=2.36-10',
      'redis-server=5:7.0.15-1~deb12u10',
    ])
  })
})
