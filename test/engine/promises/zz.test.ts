import { writes, endpointsOf, effectOf } from '../../../nodes/BigCommerce/model/facts';
import { REGISTERED } from './registry';
it('x', () => {
  console.log(REGISTERED.map(({at, operation}) => `${at} ${operation.kind} ${writes(operation) ? 'W '+effectOf(operation)+' rep='+String((operation as any).repeatable) : 'r'} | ${endpointsOf(operation).join(' ; ')} | ${'match' in operation ? operation.match : ''}`).join('\n'));
});
