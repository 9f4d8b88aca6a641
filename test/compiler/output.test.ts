import { existsSync, lstatSync, mkdirSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { Diagnostics, writeOutput } from '../../src/compiler/index.ts';
import { TestProject } from '../support/project.ts';

const target = { output: 'dist/test', lock: 'specs/test.lock' };
const made = (files: Readonly<Record<string, string>>) => ({
  files: Object.entries(files).map(([path, text]) => ({ path, text })),
  lock: '{"lock":1}\n',
});

function write(project: TestProject, files: Readonly<Record<string, string>>, check = false) {
  const diagnostics = new Diagnostics();
  const change = writeOutput(project.root, target, made(files), { check }, diagnostics);
  return { change, codes: diagnostics.list().map(({ code }) => code) };
}

describe('writeOutput', () => {
  it('adds, changes and removes its own files, and touches nothing that is right', () => {
    const project = new TestProject();
    write(project, { 'manifests/a.yaml': 'a', 'manifests/old/b.yaml': 'b', 'kustomization.yaml': 'k' });
    const { change } = write(project, { 'manifests/a.yaml': 'A', 'kustomization.yaml': 'k', 'manifests/c.yaml': 'c' });
    expect(change).toEqual({
      added: ['dist/test/manifests/c.yaml'],
      changed: ['dist/test/.stowage', 'dist/test/manifests/a.yaml'],
      removed: ['dist/test/manifests/old/b.yaml'],
      unchanged: 2,
    });
    expect(existsSync(join(project.root, 'dist/test/manifests/old'))).toBe(false);
    expect(readFileSync(join(project.root, 'dist/test/manifests/a.yaml'), 'utf8')).toBe('A');
    expect(
      write(project, { 'manifests/a.yaml': 'A', 'kustomization.yaml': 'k', 'manifests/c.yaml': 'c' }).change,
    ).toEqual({
      added: [],
      changed: [],
      removed: [],
      unchanged: 5,
    });
  });

  it('leaves files that it did not write', () => {
    const project = new TestProject();
    write(project, { 'manifests/a.yaml': 'a' });
    project.write({ 'dist/test/manifests/mine.yaml': 'mine', 'dist/test/notes.txt': 'notes' });
    write(project, { 'manifests/b.yaml': 'b' });
    expect(readFileSync(join(project.root, 'dist/test/manifests/mine.yaml'), 'utf8')).toBe('mine');
    expect(existsSync(join(project.root, 'dist/test/manifests/a.yaml'))).toBe(false);
  });

  it('refuses a folder that somebody else filled', () => {
    const project = new TestProject({ 'dist/test/site/index.html': '<html>' });
    expect(write(project, { 'manifests/a.yaml': 'a' })).toEqual({ change: undefined, codes: ['STW1705'] });
    expect(existsSync(join(project.root, 'dist/test/manifests'))).toBe(false);
    expect(existsSync(join(project.root, 'specs/test.lock'))).toBe(false);
  });

  it('never follows a symbolic link, nor deletes outside of the folder', () => {
    const outside = new TestProject({ 'a.yaml': 'precious' });
    const project = new TestProject();
    mkdirSync(join(project.root, 'dist/test'), { recursive: true });
    symlinkSync(outside.root, join(project.root, 'dist/test/manifests'));
    writeFileSync(join(project.root, 'dist/test/.stowage'), '../../../etc/passwd\n/etc/passwd\nmanifests/a.yaml\n');
    expect(write(project, { 'manifests/a.yaml': 'a' })).toEqual({ change: undefined, codes: ['STW1706'] });
    expect(write(project, { 'kustomization.yaml': 'k' })).toEqual({ change: undefined, codes: ['STW1706'] });
    expect(readFileSync(join(outside.root, 'a.yaml'), 'utf8')).toBe('precious');
  });

  it('changes nothing when it only checks', () => {
    const project = new TestProject();
    const { change } = write(project, { 'manifests/a.yaml': 'a' }, true);
    expect(change?.added).toContain('dist/test/manifests/a.yaml');
    expect(existsSync(join(project.root, 'dist'))).toBe(false);
  });

  it('writes through no link, not even one in the way of a temporary file, and leaves none', () => {
    const outside = new TestProject({ victim: 'precious' });
    const project = new TestProject({ 'dist/test/.stowage': '', 'specs/notes.txt': '' });
    for (const path of ['dist/test/a.yaml', 'dist/test/.stowage', 'specs/test.lock']) {
      symlinkSync(join(outside.root, 'victim'), join(project.root, `${path}.tmp`));
    }
    expect(write(project, { 'a.yaml': 'a' }).codes).toEqual([]);
    expect(readFileSync(join(outside.root, 'victim'), 'utf8')).toBe('precious');
    expect(lstatSync(join(project.root, 'dist/test/a.yaml')).isFile()).toBe(true);
    expect(readdirSync(join(project.root, 'specs'))).toEqual(['notes.txt', 'test.lock', 'test.lock.tmp']);
  });

  it('takes nothing but files for its own, whatever the list says', () => {
    const long = 'x'.repeat(5000);
    const list = ['folder', 'folder/mine.yaml/below', long, 'absent', '..', 'a//b', '', '# note'].join('\n');
    const project = new TestProject({ 'dist/test/.stowage': list, 'dist/test/folder/mine.yaml': 'mine' });
    expect(write(project, { 'manifests/a.yaml': 'a' })).toMatchObject({ change: { removed: [] }, codes: [] });
    expect(readFileSync(join(project.root, 'dist/test/folder/mine.yaml'), 'utf8')).toBe('mine');
  });

  it('reports what is in the way', () => {
    const project = new TestProject({ 'dist/test/.stowage': '', 'dist/test/manifests': 'a file' });
    expect(write(project, { 'manifests/a.yaml': 'a' }).codes).toEqual(['STW1706']);
  });

  it('reports what the disk refuses, by the path in the project, and leaves no temporary file', () => {
    const project = new TestProject();
    const name = `${'n'.repeat(250)}.yaml`;
    const diagnostics = new Diagnostics();
    writeOutput(project.root, target, made({ [name]: 'a' }), { check: false }, diagnostics);
    expect(diagnostics.list().map(({ code, message }) => [code, message])).toEqual([
      ['STW1706', `\`dist/test/${name}\` cannot be written (ENAMETOOLONG)`],
    ]);
    const left = readdirSync(join(project.root, 'dist'), { recursive: true, encoding: 'utf8' });
    expect(left.filter((path) => path.endsWith('.tmp'))).toEqual([]);
  });
});
