// Harvests a whole OAI-PMH repository with npm's oai-pmh and prints one line a record: identifier, datestamp, status.
// Usage: node harvest.mjs BASE PREFIX [FROM]
import oai from 'oai-pmh';

const [base, metadataPrefix, from] = process.argv.slice(2);
const repository = new oai.OaiPmh(base);
await repository.identify();
for await (const record of repository.listRecords(from ? { metadataPrefix, from } : { metadataPrefix })) {
  const header = record.header;
  console.log([header.identifier, header.datestamp, header.$?.status ?? 'live'].join('\t'));
}
