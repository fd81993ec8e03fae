import { dockerfile } from './dockerfile';

const distroless = 'gcr.io/distroless';

describe('the image that the last stage is built on', () => {
  it.each([
    {
      given: 'FROM node:22-alpine',
      gives: ['pkg:docker/library/node@22-alpine'],
    },
    { given: 'from node', gives: ['pkg:docker/library/node@latest'] },
    {
      given:
        'FROM --platform=$BUILDPLATFORM docker.io/library/node:22@sha256:abc AS run',
      gives: ['pkg:docker/library/node@22'],
    },
    {
      given: 'FROM node@sha256:abc',
      gives: ['pkg:docker/library/node@sha256:abc'],
    },
    {
      given:
        'FROM golang:1.24 AS build\nRUN go build\nFROM alpine:3.22\nCOPY --from=build /x /x',
      gives: ['pkg:docker/library/alpine@3.22'],
    },
    { given: 'FROM golang:1.24 AS build\nFROM scratch', gives: [] },
    {
      given: 'FROM node:22-slim AS Base\nFROM base AS build\nFROM base',
      gives: ['pkg:docker/library/node@22-slim'],
    },
    {
      given: 'FROM a:1 AS a\nFROM a AS b\nFROM b',
      gives: ['pkg:docker/library/a@1'],
    },
    { given: 'FROM node AS node', gives: ['pkg:docker/library/node@latest'] },
    {
      given: 'ARG NODE=22\nARG TAG=${NODE}-slim\nFROM node:$TAG',
      gives: ['pkg:docker/library/node@22-slim'],
    },
    {
      given: 'ARG V\nFROM node:${V:-20}',
      gives: ['pkg:docker/library/node@20'],
    },
    {
      given: 'FROM node:20\nARG V=1\nFROM python:${V}',
      gives: ['pkg:docker/library/python@${V}'],
    },
    {
      given: '# FROM node:1\nFROM \\\n  # which\n  python:3.12',
      gives: ['pkg:docker/library/python@3.12'],
    },
    {
      given: 'FROM mcr.microsoft.com/dotnet/aspnet:8.0',
      gives: ['pkg:docker/dotnet/aspnet@8.0'],
    },
    {
      given: 'FROM registry.acme.example:5000/mirror/library/node:22',
      gives: ['pkg:docker/library/node@22'],
    },
    {
      given: 'ARG R\nFROM ${R}/library/node:22',
      gives: ['pkg:docker/library/node@22'],
    },
    {
      given: 'FROM registry.acme.example/node:22',
      gives: ['pkg:docker/node@22'],
    },
    { given: 'FROM bitnami/node:22', gives: ['pkg:docker/bitnami/node@22'] },
    {
      given: `FROM ${distroless}/nodejs22-debian12:nonroot`,
      gives: ['pkg:generic/node@22', 'pkg:docker/library/debian@12'],
    },
    {
      given: `FROM ${distroless}/java17-debian12@sha256:abc`,
      gives: ['pkg:generic/java@17', 'pkg:docker/library/debian@12'],
    },
    {
      given: `FROM ${distroless}/base-nossl-debian12`,
      gives: ['pkg:docker/library/debian@12'],
    },
    { given: `FROM ${distroless}/static`, gives: [] },
    { given: 'FROM', gives: [] },
    { given: 'FROM ../../etc/passwd?x#y', gives: [] },
    { given: 'RUN echo FROM node:1', gives: [] },
    { given: '', gives: [] },
  ])('$given', ({ given, gives }) => {
    expect(
      dockerfile.read(given).map(purl => decodeURIComponent(purl)),
    ).toEqual(gives);
  });
});
