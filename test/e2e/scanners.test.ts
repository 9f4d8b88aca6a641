import { cpSync, globSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { checkov, type Finding, kubeScore } from '../cluster/scanners/scan.ts';
import { root } from '../support/root.ts';
import { findProgram, isThere } from '../support/tools.ts';

interface Exemption {
  readonly scanner: string;
  readonly rules: readonly string[];
  /** `Kind/name`, where `*` stands for anything. */
  readonly objects: string;
  readonly reason: string;
}

const exemptions = parse(readFileSync(join(root, 'docs/security-exemptions.yaml'), 'utf8')) as readonly Exemption[];
const examples = globSync('dist/*/manifests', { cwd: root });
const goldens = globSync('test/golden/emit/*/kubernetes/manifests', { cwd: root });

function covers({ scanner, rules, objects }: Exemption, finding: Finding): boolean {
  const pattern = new RegExp(`^${objects.replaceAll('*', '.*')}$`);
  return scanner === finding.scanner && rules.includes(finding.rule) && pattern.test(finding.object);
}

const there = [findProgram('go', ['version']), findProgram('python3', ['--version'])].every(isThere);

describe.runIf(there)('what well-known scanners say of the output', () => {
  const found: Finding[] = [];
  const folders: string[] = [];

  beforeAll(async () => {
    for (const folder of [...examples, ...goldens]) {
      found.push(
        ...(await kubeScore(globSync('*.yaml', { cwd: join(root, folder) }).map((name) => join(root, folder, name)))),
      );
    }
    found.push(...(await checkov(together([...examples, ...goldens]))));
  });

  afterAll(() => {
    for (const folder of folders) rmSync(folder, { recursive: true });
  });

  /** One folder with all of them: the scanner starts once. */
  function together(some: readonly string[]): string {
    const folder = mkdtempSync(join(tmpdir(), 'scanned-'));
    folders.push(folder);
    for (const each of some) cpSync(join(root, each), join(folder, each), { recursive: true });
    return folder;
  }

  test('nothing but what is exempted', () => {
    expect(found.filter((finding) => !exemptions.some((exemption) => covers(exemption, finding)))).toEqual([]);
  });

  test('exemptions are few, and each is needed', () => {
    expect(exemptions.length).toBeLessThanOrEqual(5);
    for (const exemption of exemptions) {
      for (const rule of exemption.rules) {
        expect(
          found.some((finding) => finding.rule === rule && covers(exemption, finding)),
          rule,
        ).toBe(true);
      }
    }
  });

  test('Checkov says nothing of the examples, which name images by digests', async () => {
    expect(await checkov(together(examples))).toEqual([]);
  });

  test('they do find what is wrong', async () => {
    const folder = together([]);
    cpSync(join(root, 'test/cluster/scanners/careless.yaml'), join(folder, 'careless.yaml'));
    const rules = [...(await kubeScore([join(folder, 'careless.yaml')])), ...(await checkov(folder))].map(
      ({ rule }) => rule,
    );
    expect(rules).toContain('container-security-context-readonlyrootfilesystem');
    expect(rules).toContain('CKV_K8S_16');
  });
});
