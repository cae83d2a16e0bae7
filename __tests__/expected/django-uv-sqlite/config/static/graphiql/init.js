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

const query = new URLSearchParams(location.search).get("query") ?? undefined;
const fetcher = globalThis.GraphiQL.createFetcher({ url: "/graphql" });

const editor = globalThis.React.createElement(globalThis.GraphiQL, {
  fetcher,
  query,
  defaultQuery,
  shouldPersistHeaders: false,
});

globalThis.ReactDOM.render(editor, document.querySelector("#graphiql"));
