import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { generatedFiles } from '../../scripts/wordpress.ts';

const inPlugin = (name: string): string => readFileSync(`cms/wordpress/kommun-widgets/${name}`, 'utf8');

describe('the plugin for WordPress', () => {
  test.each(Object.entries(generatedFiles()))('holds the %s that the source makes', (name, content) => {
    expect(inPlugin(name), 'run npm run wordpress').toBe(content);
  });

  test('says the version of the package, so that WordPress sees a newer one', () => {
    const { version } = JSON.parse(readFileSync('package.json', 'utf8')) as { version: string };
    expect(inPlugin('kommun-widgets.php')).toContain(`* Version: ${version}\n`);
    expect(inPlugin('kommun-widgets.php')).toContain(`const VERSION = '${version}';`);
    expect(inPlugin('readme.txt')).toContain(`Stable tag: ${version}\n`);
  });

  test('is updated by the municipality alone, whoever takes its name at wordpress.org', () => {
    expect(inPlugin('kommun-widgets.php')).toContain('* Update URI: false\n');
  });
});
