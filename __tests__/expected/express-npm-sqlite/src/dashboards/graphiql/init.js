const defaultQuery = `# A token goes into the headers below:
#   { "Authorization": "Bearer ..." }
# Then fetch the schema again (round arrow).
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
