import type { Manifest } from './manifest.ts';

/**
 * Frameworks whose apps serve requests, by the exact name of their package. The order is that of
 * precedence: what is built upon others comes before them.
 */
const frameworks: Readonly<Record<string, string>> = {
  '@nestjs/core': 'nest',
  next: 'next',
  nuxt: 'nuxt',
  '@remix-run/node': 'remix',
  '@react-router/node': 'react-router',
  '@sveltejs/kit': 'sveltekit',
  '@adonisjs/core': 'adonis',
  '@strapi/strapi': 'strapi',
  '@loopback/rest': 'loopback',
  '@feathersjs/feathers': 'feathers',
  '@redwoodjs/api': 'redwood',
  sails: 'sails',
  keystone: 'keystone',
  '@keystone-6/core': 'keystone',
  payload: 'payload',
  moleculer: 'moleculer',
  '@hapi/hapi': 'hapi',
  fastify: 'fastify',
  koa: 'koa',
  hono: 'hono',
  elysia: 'elysia',
  '@tinyhttp/app': 'tinyhttp',
  polka: 'polka',
  restify: 'restify',
  h3: 'h3',
  nitropack: 'nitro',
  micro: 'micro',
  express: 'express',
  'graphql-yoga': 'graphql-yoga',
  '@apollo/server': 'apollo',
  'apollo-server': 'apollo',
};

/** Every framework's package that a manifest depends on at run time, the foremost first. */
export const frameworksIn = ({ dependencies = {} }: Manifest): readonly string[] =>
  Object.keys(frameworks).filter((name) => dependencies[name] !== undefined);

/** The package of a manifest's foremost framework. */
export const frameworkIn = (manifest: Manifest): string | undefined => frameworksIn(manifest)[0];

/** A framework's own name. */
export const frameworkName = (packageName: string): string =>
  frameworks[packageName] ?? packageName;
