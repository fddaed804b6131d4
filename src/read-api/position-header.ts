import { Inject, Injectable } from '@nestjs/common';
import { HttpAdapterHost } from '@nestjs/core';
import type { FastifyInstance } from 'fastify';
import { REFLECTED, type Reflected } from '../shared/http/parameters.pipe.js';

/** Says on every answer, problems included, up to which position reads reflect the log. */
@Injectable()
export class PositionHeader {
  constructor(host: HttpAdapterHost, @Inject(REFLECTED) reflected: Reflected) {
    const fastify = host.httpAdapter.getInstance<FastifyInstance>();
    // As it is sent, not as it came in: an answer that waited for a position says at least that one.
    fastify.addHook('onSend', (_request, reply, _payload, done) => {
      void reply.header('Dateline-Position', reflected.settled().toString());
      done();
    });
  }
}
