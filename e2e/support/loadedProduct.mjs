import { Product } from './startProduct.mjs';
import { waitFor } from './waitFor.mjs';

/**
 * The product with the demo company in it, every service assessed and every closed day told again:
 * the one that runs for several files, as `SHARED_PRODUCT` says, or one of its own for a file that runs alone.
 */
export async function loadedProduct(name) {
  const shared = process.env.SHARED_PRODUCT;
  const product = shared
    ? Product.shared(name, JSON.parse(shared))
    : await startLoaded(name);
  await waitFor('every service to be assessed', async () => {
    const { queue } = await product.get('/sources');
    const { assessment } = await product.get(
      '/services/component/default/payments-api/scorecard',
    );
    const { notAssessed, services, trends } = await product.get(
      '/organisation',
    );
    // Closed days are told again after that, and pages change under who walks on them.
    const told = trends.every(
      ({ points }) => points.at(-2).known * 2 > points.at(-1).known,
    );
    const assessed = services > 0 && notAssessed === 0;
    const judged = assessment.scorecards.length > 0;
    return told && queue.due === 0 && assessed && judged;
  });
  return product;
}

async function startLoaded(name) {
  const product = await Product.create(name);
  await product.writeCatalog();
  await product.start();
  await product.load();
  return product;
}
