import { Inject, Injectable } from '@nestjs/common';
import { HttpAdapterHost } from '@nestjs/core';
import type { FastifyInstance } from 'fastify';
import { REFLECTED, type Reflected } from '../shared/http/parameters.pipe.js';

/** Says on every answer, problems included, up to which position reads reflect the log. */
@Injectable()
export class PositionHeader {
  constructor(host: HttpAdapterHost, @Inject(REFLECTED) reflected: Reflected) {
    const fastify = host.httpAdapter.getInstance<FastifyInstance>();
    const say = (set: (name: string, value: string) => unknown): void => {
      set('Dateline-Position', reflected.settled().toString());
    };
    // Before anything else: a URL that cannot be read is answered without any hook.
    fastify.server.prependListener('request', (_request, response) => say(response.setHeader.bind(response)));
    // And as it is sent: an answer that waited for a position says at least that one.
    fastify.addHook('onSend', (_request, reply, _payload, done) => {
      say(reply.header.bind(reply));
      done();
    });
  }
}
