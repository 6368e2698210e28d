"""The random numbers of src/engine/random.ts, bit for bit, so that noise need not be stored."""

import math


class Random:
    """src/engine/random.ts again: xoroshiro128+ as pure-rand seeds it, streams by FNV-1a, normals by Box and Muller."""

    def __init__(self, seed, stream):
        name = 0x811C9DC5
        for letter in stream:
            name = (name ^ ord(letter)) * 0x01000193 & 0xFFFFFFFF
        seed ^= name
        self.state = [0xFFFFFFFF, ~seed & 0xFFFFFFFF, seed, 0]
        self.spare = None

    def bits(self):
        s01, s00, s11, s10 = self.state
        a0, a1 = s10 ^ s00, s11 ^ s01
        self.state = [
            word & 0xFFFFFFFF
            for word in (
                s01 << 24 ^ s00 >> 8 ^ a1 ^ (a1 << 16 | a0 >> 16),
                s00 << 24 ^ s01 >> 8 ^ a0 ^ a0 << 16,
                a0 << 5 ^ a1 >> 27,
                a1 << 5 ^ a0 >> 27,
            )
        ]
        return s00 + s10

    def uniform(self):
        return (self.bits() & 0x3FFFFFF) * 2.0**-26 + (self.bits() & 0x7FFFFFF) * 2.0**-53

    def normal(self):
        if self.spare is not None:
            value, self.spare = self.spare, None
            return value
        radius = math.sqrt(-2 * math.log(1 - self.uniform()))
        angle = 2 * math.pi * self.uniform()
        self.spare = radius * math.sin(angle)
        return radius * math.cos(angle)
