/** `node test/cluster/images/main.ts`: makes the images of the test cluster and says where they are. */
import { testImages } from './images.ts';

for (const { name, reference, archive } of await testImages()) console.log(`${name}\t${reference}\t${archive}`);
