import { ExampleDelivery } from 'backstage-plugin-accountability-node/testUtils';

/** An upload as CI makes it, and the source it goes to. */
export interface UploadExample extends ExampleDelivery {
  source: string;
}
