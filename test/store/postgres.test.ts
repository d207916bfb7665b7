import test, { after, before } from 'node:test';
import { openStore } from '../../src/store/index.ts';
import { storeContract } from './contract.ts';
import { type PostgresServer, startPostgres } from './postgres-server.ts';

let server: PostgresServer;

before(async () => {
  server = await startPostgres();
});
after(() => server.stop());

storeContract(test, async () => openStore(await server.newDatabase()));
