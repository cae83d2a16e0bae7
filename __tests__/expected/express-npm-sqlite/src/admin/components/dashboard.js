import { Box, Button, H3 } from '@adminjs/design-system';
import { useTranslation } from 'adminjs';
import { createElement } from 'react';
import { useSelector } from 'react-redux';

/** The admin's first page: a link to each resource. */
export default function Dashboard() {
  const resources = useSelector((state) => state.resources);
  const { translateLabel } = useTranslation();
  const links = resources.map(({ id, name, href }) => {
    const look = { key: id, as: 'a', href, variant: 'outlined', mr: 'default' };
    return createElement(Button, look, translateLabel(name, id));
  });
  const title = createElement(H3, { as: 'h1', mb: 'xl' }, 'Resources');
  const card = createElement(Box, { variant: 'white' }, title, links);
  return createElement(Box, { variant: 'grey' }, card);
}
