const defaultQuery = `# Where the API takes a token, write it into the headers below,
#   { "Authorization": "Bearer ..." }
# and fetch the schema again by the round arrow at the left.
query Todos {
  todos(limit: 10) {
    total
    items {
      id
      title
      done
    }
  }
}
`;

globalThis.MonacoEnvironment = {
  globalAPI: false,
  getWorkerUrl: (_module, label) => `/graphiql/${label}.worker.js`,
};

globalThis.YogaGraphiQL.renderYogaGraphiQL(document.querySelector('#graphiql'), {
  endpoint: '/graphql',
  title: 'GraphiQL',
  defaultQuery,
  shouldPersistHeaders: false,
});
