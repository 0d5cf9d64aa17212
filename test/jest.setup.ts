import nock from 'nock';

/** Tests talk to nobody but this machine: any other host is refused by name. */
nock.disableNetConnect();
nock.enableNetConnect(/^127\.0\.0\.1(:\d+)?$/);

// Files that run in one process share its http module, but not this nock: it must let go of it.
afterAll(() => nock.restore());
