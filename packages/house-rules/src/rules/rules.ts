import { Rule } from '../tree';
import { dependencies } from './dependencies';
import { dictionary } from './dictionary';
import { enginePurity } from './enginePurity';
import { factExamples } from './factExamples';
import { fileLength } from './fileLength';
import { fileNames } from './fileNames';
import { functionShape } from './functionShape';
import { importTable } from './importTable';
import { leftovers } from './leftovers';
import { machineTraces } from './machineTraces';
import { packageFiles } from './packageFiles';
import { packageManifests } from './packageManifests';
import { roomCycles } from './roomCycles';
import { siteNavigation } from './siteNavigation';
import { typeEscapes } from './typeEscapes';

/** Every rule of the house, by what it demands. */
export const rules: Record<string, Rule> = {
  'files are short': fileLength,
  'functions are short, flat and take few parameters': functionShape,
  'files are named after their main export': fileNames,
  'rooms import what the table lets them': importTable,
  'rooms do not go round in circles': roomCycles,
  'the engine is pure': enginePurity,
  'packages rarely escape from their types': typeEscapes,
  'facts have worked examples': factExamples,
  'the dictionary explains every exported word': dictionary,
  'package manifests are complete': packageManifests,
  'packages have their pages and their entities': packageFiles,
  'packages list what they import': dependencies,
  'the site leads to every page': siteNavigation,
  'nothing is left over from working on it': leftovers,
  'no file names a machine or its registry': machineTraces,
};
