export * from './UploadExample';
export * from './exampleDeliveries';
export * from './uploadHeaders';
