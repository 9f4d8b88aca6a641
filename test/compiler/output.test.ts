import { existsSync, mkdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
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

  it('reports what the disk refuses', () => {
    const project = new TestProject({ 'dist/test/.stowage': '', 'dist/test/manifests': 'a file' });
    expect(write(project, { 'manifests/a.yaml': 'a' }).codes).toEqual(['STW1706']);
  });
});
