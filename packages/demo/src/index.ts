export * from './company/createCompany';
export * from './company/CompanyPlan';
export * from './company/writeCatalog';
export * from './deliveries/DemoDelivery';
export * from './deliveries/liveMoment';
export * from './loading/loadDemo';
export * from './loading/sendDelivery';
export * from './loading/signed';
