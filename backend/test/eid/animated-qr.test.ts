import { describe, expect, it } from 'vitest';
import { animatedQrText, qrProof } from '../../src/eid/animated-qr.ts';

// The example that BankID publishes, and later seconds of the same.
const token = '67df3917-fa0d-44e5-b327-edcc928297f8';
const secret = 'd28db9a7-4cde-429e-a983-359be676944c';
const proofs: [seconds: number, proof: string][] = [
  [0, 'dc69358e712458a66a7525beef148ae8526b1c71610eff2c16cdffb4cdac9bf8'],
  [1, '949d559bf23403952a94d103e67743126381eda00f0b3cbddbf7c96b1adcbce2'],
  [2, 'a9e5ec59cb4eee4ef4117150abc58fad7a85439a6a96ccbecc3668b41795b3f3'],
  [29, '26049f2bc12d5b43ebe8bf701e7725abf015d2d8347aa04c924b5793ee4a196c'],
  [59, 'a7df017b58e2ec395d1af44189902382a5883a4b1a8e418d6910204dde390870'],
  [100, 'b5c9fc821e56408510d93e7ae71c028f30f061d463593a173c4bba505da63eed'],
  [171, 'a1b44feba2ed0ceee94380b2d7d77ac9321e01f7b0e4268e405c2ba7d5595597'],
];

describe('the animated QR code', () => {
  it.each(proofs)('proves second %i as the published example does', (seconds, proof) => {
    expect(qrProof(secret, seconds)).toBe(proof);
  });

  it('holds token, second and proof, and never the secret', () => {
    const text = animatedQrText({ token, secret }, 0);
    expect(text).toBe(`bankid.${token}.0.dc69358e712458a66a7525beef148ae8526b1c71610eff2c16cdffb4cdac9bf8`);
  });
});
