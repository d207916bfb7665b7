import test from 'node:test';
import { openStore } from '../../src/store/index.ts';
import { storeContract } from './contract.ts';

storeContract(test, () => openStore(':memory:'));
