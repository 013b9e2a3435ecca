import type { MyDataServices } from '../services/my-data.ts';
import { deleteAccount } from '../use-cases/delete-account.ts';
import { exportData, myData, myPhoto } from '../use-cases/my-data.ts';
import type { Tools } from '../use-cases/tools.ts';

export function bindMyData(tools: Tools): MyDataServices {
  return {
    myData: (accountId) => myData(tools, accountId),
    myPhoto: (input) => myPhoto(tools, input),
    exportData: (accountId) => exportData(tools, accountId),
    deleteAccount: (input) => deleteAccount(tools, input),
  };
}
