import { componentOf } from './componentOf';
import { productsOf } from './productsOf';

const image = (name: string, version: string) => ({
  package: `pkg:docker/library/${name}`,
  version,
});

describe('what a package url says that something is built on', () => {
  it.each([
    {
      given: 'pkg:generic/node@22.11.0',
      gives: [{ package: 'pkg:generic/node', version: '22.11.0' }],
    },
    {
      given: 'pkg:docker/library/node@22-bookworm-slim',
      gives: [image('node', '22-bookworm-slim'), image('debian', '12')],
    },
    {
      given: 'pkg:docker/library/python@3.12-alpine3.20',
      gives: [image('python', '3.12-alpine3.20'), image('alpine', '3.20')],
    },
    {
      given: 'pkg:docker/library/eclipse-temurin@21-jre-jammy',
      gives: [
        image('eclipse-temurin', '21-jre-jammy'),
        image('ubuntu', '22.04'),
      ],
    },
    {
      given: 'pkg:docker/library/debian@bookworm-20261103-slim',
      gives: [image('debian', 'bookworm-20261103-slim'), image('debian', '12')],
    },
    {
      given: 'pkg:deb/debian/libc6@2.36-9?arch=amd64&distro=debian-12',
      gives: [
        { package: 'pkg:deb/debian/libc6', version: '2.36-9' },
        image('debian', '12'),
      ],
    },
    {
      given: 'pkg:apk/alpine/musl@1.2.5?distro=alpine-3.20.1',
      gives: [
        { package: 'pkg:apk/alpine/musl', version: '1.2.5' },
        image('alpine', '3.20.1'),
      ],
    },
    {
      given: 'pkg:rpm/x/y@1?distro=constructor-1',
      gives: [{ package: 'pkg:rpm/x/y', version: '1' }],
    },
    {
      given: 'pkg:docker/library/node@22-constructor',
      gives: [image('node', '22-constructor')],
    },
    { given: 'pkg:docker/library/node', gives: [] },
  ])('$given', ({ given, gives }) => {
    expect(productsOf(componentOf({ purl: given }))).toEqual(gives);
  });
});
