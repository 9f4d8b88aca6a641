import { globSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { parseAllDocuments } from 'yaml';
import { root } from '../support/root.ts';

/** All that is emitted for the goldens and for the examples, whatever target it is for. */
const files = globSync(['test/golden/emit/**/*.yaml', 'dist/**/*.yaml'], { cwd: root });
// biome-ignore lint/suspicious/noExplicitAny: manifests, as read back
const objects: readonly any[] = files.flatMap((file) =>
  parseAllDocuments(readFileSync(`${root}${file}`, 'utf8')).map((document) => document.toJS()),
);
const ofKind = (...kinds: readonly string[]) => objects.filter(({ kind }) => kinds.includes(kind));

describe('what is emitted', () => {
  test('holds no Secret, and gives nobody a right', () => {
    expect(ofKind('Deployment').length).toBeGreaterThan(10);
    expect(ofKind('Secret', 'Role', 'RoleBinding', 'ClusterRole', 'ClusterRoleBinding')).toEqual([]);
  });

  test('mounts no token, and has none made', () => {
    const templates = objects
      .flatMap(({ spec }) => spec?.template?.spec ?? [])
      .filter(({ containers }) => containers !== undefined);
    expect(templates.length).toBeGreaterThan(20);
    for (const pod of [...templates, ...ofKind('ServiceAccount')]) {
      expect(pod).toHaveProperty('automountServiceAccountToken', false);
    }
    expect(JSON.stringify(templates)).not.toContain('serviceAccountToken"');
  });
});
